using System.Collections;
using System.Globalization;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>
/// Compares structures member by member. The items of a list are matched by their key, so a different order isn't a difference.
/// </summary>
internal static class StructureDifferences
{
    /// <summary>Members that distinguish the items of a list: the first one that is different in all of them.</summary>
    private static readonly string[] Keys = [
        "name", "key", "containerName", "containerPort", "containerPath", "sourceContainer", "namespace", "hostname", "deviceName",
        "capacityProvider", "portName", "type",
    ];

    /// <summary>The places at which two structures of one type differ.</summary>
    public static IEnumerable<Difference> Between(IStructure before, IStructure after) => OfMembers(before, after, before.GetShape(), "");

    private static IEnumerable<Difference> OfMembers(object before, object after, StructureShape shape, string path) =>
        shape.Members.SelectMany(member =>
            OfValues(
                member.Get(before), member.Get(after), member.Value, path.Length == 0 ? member.WireName : $"{path}.{member.WireName}"));

    /// <summary>A value that exists on one side only is one difference, whatever its size.</summary>
    private static IEnumerable<Difference> OfValues(object? before, object? after, ValueShape shape, string path) => (before, after) switch
    {
        (IList one, IList other) when shape.Element!.Kind == ValueKind.Structure =>
            OfItems([.. one.Cast<object>()], [.. other.Cast<object>()], shape.Element, path),
        (IList one, null) when shape.Element!.Kind == ValueKind.Structure => OfItems([.. one.Cast<object>()], [], shape.Element, path),
        (null, IList other) when shape.Element!.Kind == ValueKind.Structure => OfItems([], [.. other.Cast<object>()], shape.Element, path),
        (IDictionary one, IDictionary other) =>
            one.Keys
                .Cast<string>()
                .Union(other.Keys.Cast<string>())
                .SelectMany(key => OfValues(one[key], other[key], shape.Element!, $"{path}[{key}]")),
        (IStructure one, IStructure other) when !IsPair(shape.Structure) => OfMembers(one, other, shape.Structure, path),
        _ => OfTexts(Text(before), Text(after), path),
    };

    private static IEnumerable<Difference> OfItems(List<object> before, List<object> after, ValueShape element, string path)
    {
        var key = Keys.Select(element.Structure.Find).FirstOrDefault(member =>
            member is not null && IsUnique(member, before) && IsUnique(member, after));
        var (one, other) = (ByName(before, key), ByName(after, key));
        return one.Keys
            .Union(other.Keys)
            .SelectMany(name => OfValues(one.GetValueOrDefault(name), other.GetValueOrDefault(name), element, $"{path}[{name}]"));
    }

    private static Dictionary<string, object> ByName(List<object> items, MemberShape? key) =>
        items
            .Select((item, index) => (Item: item, Name: key is null ? $"{index}" : Text(key.Get(item))!))
            .ToDictionary(named => named.Name, named => named.Item);

    private static bool IsUnique(MemberShape key, List<object> items) =>
        items.TrueForAll(item => key.Get(item) is not null) && items.DistinctBy(key.Get).Count() == items.Count;

    private static IEnumerable<Difference> OfTexts(string? before, string? after, string path)
    {
        if (before != after) yield return new(path, before is null ? "Added" : after is null ? "Removed" : "Changed", before, after);
    }

    /// <summary>A name and what it stands for: a variable, a secret, a tag.</summary>
    private static bool IsPair(StructureShape shape) =>
        shape.Members is [_, { WireName: "value" or "valueFrom", Value.Kind: ValueKind.String }];

    private static string? Text(object? value) => value switch
    {
        null => null,
        IStructure pair when IsPair(pair.GetShape()) => pair.GetShape().Members[1].Get(pair) as string ?? "",
        IStructure structure => JsonText.Of(structure),
        IEnumerable<string> words => JsonText.Of(words),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

/// <summary>A place at which two structures differ.</summary>
/// <param name="Path">Where.</param>
/// <param name="Kind">Added, Removed or Changed.</param>
/// <param name="Before">The old value; null if there was none.</param>
/// <param name="After">The new value; null if there is none.</param>
internal sealed record Difference(string Path, string Kind, string? Before, string? After);
