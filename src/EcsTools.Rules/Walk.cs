using System.Collections;
using EcsTools.Model;

namespace EcsTools.Rules;

/// <summary>A member of a structure, wherever it is in a request.</summary>
/// <param name="Path">The place.</param>
/// <param name="Owner">The structure that has the member.</param>
/// <param name="Shape">The member.</param>
/// <param name="Value">Its value; null if it isn't set.</param>
internal sealed record PlacedMember(string Path, StructureShape Owner, MemberShape Shape, object? Value)
{
    /// <summary>The structure and the member, as the API names them.</summary>
    public (string Owner, string Member) Key => (Owner.Name, Shape.WireName);
}

/// <summary>Walks all members of a request.</summary>
internal static class Walk
{
    public static IEnumerable<PlacedMember> Members(IStructure request) => Members(request, request.GetShape(), "");

    private static IEnumerable<PlacedMember> Members(object structure, StructureShape shape, string path)
    {
        foreach (var member in shape.Members)
        {
            var at = path.Length == 0 ? member.WireName : $"{path}.{member.WireName}";
            var value = member.Get(structure);
            yield return new(at, shape, member, value);
            foreach (var inner in Inside(value, member.Value, at)) yield return inner;
        }
    }

    private static IEnumerable<PlacedMember> Inside(object? value, ValueShape shape, string path) => value switch
    {
        IStructure structure => Members(structure, shape.Structure, path),
        IList list when shape.Element!.Kind == ValueKind.Structure =>
            list
                .Cast<object?>()
                .SelectMany((item, index) => item is null ? [] : Members(item, shape.Element.Structure, $"{path}[{Key(item, index)}]")),
        _ => [],
    };

    private static string Key(object item, int index) => item is ContainerDefinition { Name: { Length: > 0 } name } ? name : $"{index}";
}
