using System.Collections;
using System.Text.Json;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

/// <summary>Whether two structures hold the same, at every depth.</summary>
internal static class Alike
{
    public static bool Are(IStructure a, IStructure b) => a.GetShape().Members.All(member => Are(member.Get(a), member.Get(b), member.Value));

    private static bool Are(object? a, object? b, ValueShape shape)
    {
        if (a is null || b is null) return a is null && b is null;
        return shape.Kind switch
        {
            ValueKind.Structure => Are((IStructure)a, (IStructure)b),
            ValueKind.Document => JsonElement.DeepEquals((JsonElement)a, (JsonElement)b),
            ValueKind.List => Are((IList)a, (IList)b, shape.Element!),
            ValueKind.Map => Are((IDictionary)a, (IDictionary)b, shape.Element!),
            _ => a.Equals(b),
        };
    }

    private static bool Are(IList a, IList b, ValueShape element) =>
        a.Count == b.Count && Enumerable.Range(0, a.Count).All(i => Are(a[i], b[i], element));

    private static bool Are(IDictionary a, IDictionary b, ValueShape element) =>
        a.Count == b.Count && a.Keys.Cast<string>().All(name => b.Contains(name) && Are(a[name], b[name], element));
}
