using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>How messages name resources.</summary>
internal static class Naming
{
    /// <summary>
    /// The first eight characters of a task's or container instance's ID, as people recognize it; other names as they are.
    /// </summary>
    public static string ShortId(string id) => id.Length >= 32 && id.All(char.IsAsciiHexDigit) ? id[..8] : id;

    /// <summary>"service web in cluster prod".</summary>
    public static string Subject(string thing, string? name, string? cluster) =>
        $"{thing} {EcsArn.IdOf(name ?? "")} in cluster {EcsArn.IdOf(cluster ?? "default")}";

    /// <summary>"task set 12 of service web in cluster prod".</summary>
    public static string TaskSet(string? taskSet, string? service, string? cluster) =>
        $"task set {EcsArn.IdOf(taskSet ?? "")} of {Subject("service", service, cluster)}";

    /// <summary>The service that a task set's ARN names; null where there is only an id.</summary>
    public static string? ServiceOf(string? taskSet) =>
        EcsArn.TryParse(taskSet, out var arn) && arn is { ResourceType: "task-set" } && arn.Resource.Split('/') is [_, var service, ..]
            ? service
            : null;

    /// <summary>"daemon agent in cluster prod", by its ARN; what is no ARN is named as it stands.</summary>
    public static string OfArn(string thing, string? arn) =>
        EcsArn.TryParse(arn, out var parts) ? Subject(thing, parts.Id, parts.Cluster) : $"{thing} {arn}";

    /// <summary>
    /// "Set desiredCount to 4, networkConfiguration": the changes in a request, without the members that identify the resource.
    /// </summary>
    public static string Changes(IStructure request, params string[] identity)
    {
        var changes = request.GetShape().Members.Where(m => !identity.Contains(m.WireName) && m.Get(request) is not null).ToList();
        return changes.Count == 0 ? "Update" : $"Set {string.Join(", ", changes.Select(m => Change(m, request)))}";
    }

    private static string Change(MemberShape member, IStructure request) =>
        member.Value.Kind is ValueKind.Structure or ValueKind.List ? member.WireName : $"{member.WireName} to {member.Get(request)}";

    /// <summary>"service deployment abc of service web in cluster prod".</summary>
    public static string ServiceDeployment(string? identifier) => EcsArn.TryParse(identifier, out var arn)
        && arn.Resource.Split('/') is [var cluster, var service, var id]
        ? $"service deployment {id} of {Subject("service", service, cluster)}"
        : $"service deployment {identifier}";
}
