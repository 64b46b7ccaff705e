namespace EcsTools.Model;

public sealed partial class Resource
{
    /// <summary>The value, whichever of its kinds it is; a set of strings separated by commas.</summary>
    internal string ValueText => Type switch
    {
        "STRINGSET" => string.Join(", ", StringSetValue ?? []),
        "DOUBLE" => $"{DoubleValue}",
        "LONG" => $"{LongValue}",
        _ => $"{IntegerValue}",
    };

    /// <summary>The value, whichever of its kinds it is.</summary>
    public object? Value => Type switch
    {
        "STRINGSET" => StringSetValue,
        "DOUBLE" => DoubleValue,
        "LONG" => LongValue,
        _ => IntegerValue,
    };

    /// <summary>The resource and how much of it: <c>CPU 1024</c>.</summary>
    public override string ToString() => $"{Name} {ValueText}";
}
