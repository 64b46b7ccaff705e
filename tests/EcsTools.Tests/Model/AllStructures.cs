using EcsTools.Model;

namespace EcsTools.Tests.Model;

/// <summary>Every structure that a request or a response of any operation leads to.</summary>
internal static class AllStructures
{
    public static IReadOnlyList<StructureShape> Shapes { get; } = Walk();

    private static List<StructureShape> Walk()
    {
        var found = new Dictionary<string, StructureShape>();
        var open = new Queue<StructureShape>(Operations.All.SelectMany(operation => new[] { operation.Request, operation.Response }));
        while (open.TryDequeue(out var shape))
        {
            if (!found.TryAdd(shape.Name, shape)) continue;
            foreach (var value in shape.Members.Select(member => Innermost(member.Value)).Where(value => value.Kind == ValueKind.Structure)) open.Enqueue(value.Structure);
        }

        return [.. found.Values];
    }

    private static ValueShape Innermost(ValueShape value) => value.Element is { } element ? Innermost(element) : value;
}
