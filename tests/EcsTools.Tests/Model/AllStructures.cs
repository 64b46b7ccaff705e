using EcsTools.Model;
using EcsTools.Model.Kms;
using EcsTools.Model.Logs;
using EcsTools.Model.Ssm;

namespace EcsTools.Tests.Model;

/// <summary>Every structure that a request or a response of any operation leads to.</summary>
internal static class AllStructures
{
    public static IReadOnlyList<StructureShape> Shapes { get; } = Walk(Operations.All);

    /// <summary>The same for the other services of the model.</summary>
    public static IReadOnlyList<StructureShape> OfOtherServices { get; } = Walk([.. LogsOperations.All, .. SsmOperations.All, .. KmsOperations.All]);

    private static List<StructureShape> Walk(IEnumerable<Operation> operations)
    {
        var found = new Dictionary<string, StructureShape>();
        var open = new Queue<StructureShape>(operations.SelectMany(operation => new[] { operation.Request, operation.Response }));
        while (open.TryDequeue(out var shape))
        {
            if (!found.TryAdd(shape.Name, shape)) continue;
            foreach (var value in shape.Members.Select(member => Innermost(member.Value)).Where(value => value.Kind == ValueKind.Structure)) open.Enqueue(value.Structure);
        }

        return [.. found.Values];
    }

    private static ValueShape Innermost(ValueShape value) => value.Element is { } element ? Innermost(element) : value;
}
