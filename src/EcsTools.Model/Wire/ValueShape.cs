namespace EcsTools.Model;

/// <summary>The kinds of values in the API.</summary>
public enum ValueKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A floating-point number.</summary>
    Double,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A moment: seconds since 1970 on the wire, a <see cref="DateTime"/> here.</summary>
    Timestamp,

    /// <summary>Any JSON.</summary>
    Document,

    /// <summary>A structure of the API.</summary>
    Structure,

    /// <summary>A list of one kind of value.</summary>
    List,

    /// <summary>Values of one kind by name.</summary>
    Map,
}

/// <summary>The value of a member.</summary>
public sealed class ValueShape
{
    private readonly Func<StructureShape>? structure;

    private ValueShape(
        ValueKind kind, Type type, ValueShape? element = null, IReadOnlyList<string>? values = null, Func<StructureShape>? structure = null)
    {
        Kind = kind;
        Type = type;
        Element = element;
        Values = values ?? [];
        this.structure = structure;
    }

    /// <summary>Text.</summary>
    public static ValueShape String { get; } = new(ValueKind.String, typeof(string));

    /// <summary>A whole number of 32 bits.</summary>
    public static ValueShape Integer { get; } = new(ValueKind.Integer, typeof(int));

    /// <summary>A whole number of 64 bits.</summary>
    public static ValueShape Long { get; } = new(ValueKind.Long, typeof(long));

    /// <summary>A floating-point number.</summary>
    public static ValueShape Double { get; } = new(ValueKind.Double, typeof(double));

    /// <summary>True or false.</summary>
    public static ValueShape Boolean { get; } = new(ValueKind.Boolean, typeof(bool));

    /// <summary>A moment.</summary>
    public static ValueShape Timestamp { get; } = new(ValueKind.Timestamp, typeof(DateTime));

    /// <summary>Any JSON.</summary>
    public static ValueShape Document { get; } = new(ValueKind.Document, typeof(System.Text.Json.JsonElement));

    /// <summary>The kind.</summary>
    public ValueKind Kind { get; }

    /// <summary>The .NET type of the value, without its nullability.</summary>
    public Type Type { get; }

    /// <summary>The type of the values in a list or map; null for other types.</summary>
    public ValueShape? Element { get; }

    /// <summary>The values that the API names for a text; empty when any will do. New ones may come, so others are not errors.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The shape of a structure's members.</summary>
    /// <exception cref="InvalidOperationException">The value is not a structure.</exception>
    public StructureShape Structure => structure?.Invoke() ?? throw new InvalidOperationException($"A {Kind} has no members.");

    /// <summary>Text with values that the API names.</summary>
    public static ValueShape Enum(IReadOnlyList<string> values) => new(ValueKind.String, typeof(string), values: values);

    /// <summary>A structure of the API.</summary>
    public static ValueShape Of<T>()
        where T : class, IStructure<T>, new() => new(ValueKind.Structure, typeof(T), structure: static () => T.TypeShape);

    /// <summary>A list.</summary>
    public static ValueShape List<T>(ValueShape element) => new(ValueKind.List, typeof(List<T>), element);

    /// <summary>Values by name.</summary>
    public static ValueShape Map<T>(ValueShape element) => new(ValueKind.Map, typeof(Dictionary<string, T>), element);
}
