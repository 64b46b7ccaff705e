using System.Collections;
using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>
/// Declares which resource a parameter takes, so that an object stands for its name: a service given where a service is named becomes its
/// ARN.
/// <see cref="Kinds"/> has the identity of each object. An object that identifies nothing here is passed on, and the cmdlet rejects it; its
/// text is never used as a name.
/// </summary>
/// <param name="thing">The kind of resource, as in <see cref="Kinds"/>: Service, Task, …</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdentityAttribute(string thing) : ArgumentTransformationAttribute
{
    private static readonly HashSet<string> NoParameters = [];

    /// <summary>The specified resources.</summary>
    public string Thing => thing;

    /// <summary>Whether the parameter takes one name only.</summary>
    public bool IsSingle { get; init; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Value(inputData) switch
    {
        null or string => inputData,
        IEnumerable several and not IDictionary when !IsOneObject(inputData!) =>
            IsSingle ? One(inputData!, several) : several.Cast<object?>().SelectMany(Names).ToArray(),
        _ => Names(inputData) is [var one] ? one : Names(inputData).ToArray(),
    };

    /// <summary>
    /// A list of one is the one. A longer list is none of PowerShell's business if it was piped: the cmdlet takes one after the other.
    /// </summary>
    private object? One(object given, IEnumerable several)
    {
        if (Arriving.Has(given)) return nameof(IList);
        return several.Cast<object?>().ToList() is [var only] ? Transform(null!, only) : given;
    }

    private IReadOnlyList<string?> Names(object? item)
    {
        var value = Value(item);
        if (value is null or string) return [(string?)value];
        if (IsNumber(value)) return [LanguagePrimitives.ConvertTo<string>(item)];
        return KindFinder.Find(PSObject.AsPSObject(item!), NoParameters)?.Names(thing) switch
        {
            string name => [Carried.By(name, item!)],
            IEnumerable<string> names => [.. names.Select(name => Carried.By(name, item!))],
            _ => [Carried.By(value.GetType().Name, item!)],
        };
    }

    /// <summary>The value that PowerShell parses from a bare word such as 123.</summary>
    internal static bool IsNumber(object value) => value is int or long or double or decimal;

    private static bool IsOneObject(object item) => KindFinder.Find(PSObject.AsPSObject(item), NoParameters) is not null;

    private static object? Value(object? item) => item is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : item;
}
