using System.Collections;
using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>Whether an answer has what ECS always sends: the resource that the operation is about, and for a change its ARN.</summary>
internal static class Completeness
{
    /// <exception cref="EcsException">Something is missing.</exception>
    public static void Check(Operation operation, IStructure request, IStructure response)
    {
        if (Missing(operation, response) is not { } missing) return;
        throw new EcsException(
            "IncompleteAnswer",
            $"The response to {operation.Name} has no '{missing}', which ECS always returns.{(operation.IsReadOnly ? "" : " ECS might have carried it out.")}")
        {
            Operation = operation.Name,
            StatusCode = 200,
            MayBeDone = !operation.IsReadOnly,
            CanRepeat = Repeats.AreHarmless(operation, request),
        };
    }

    private static string? Missing(Operation operation, IStructure response)
    {
        var members = operation.Response.Members;
        foreach (var member in members.Where(member => member.Value.Kind == ValueKind.Structure))
        {
            if (member.Get(response) is not IStructure found) return member.WireName;
            if (!operation.IsReadOnly && LacksArn(member, found) is { } arn) return $"{member.WireName}.{arn}";
        }

        foreach (var member in members.Where(member => member.Value.Kind == ValueKind.List))
        {
            if (member.Get(response) is IList items && items.Contains(null)) return $"{member.WireName}[{items.IndexOf(null)}]";
        }

        if (members is [{ Value.Kind: ValueKind.String } only] && only.Get(response) is null) return only.WireName;
        var isNamedByArn = !operation.IsReadOnly && members.All(member => member.Value.Kind is not (ValueKind.Structure or ValueKind.List));
        return isNamedByArn && members.FirstOrDefault(IsArn) is { } name && name.Get(response) is null ? name.WireName : null;
    }

    private static string? LacksArn(MemberShape member, IStructure resource) =>
        resource.GetShape().Find($"{member.WireName}Arn") is { } arn && arn.Get(resource) is null ? arn.WireName : null;

    private static bool IsArn(MemberShape member) =>
        member.Value.Kind == ValueKind.String && member.WireName.EndsWith("Arn", StringComparison.Ordinal);
}
