using System.Diagnostics.CodeAnalysis;

namespace EcsTools.Model;

/// <summary>The full name of an ECS resource, as in <c>arn:aws:ecs:eu-west-1:123456789012:service/prod/web</c>.</summary>
/// <param name="Partition">The partition: aws, aws-cn, aws-us-gov.</param>
/// <param name="Region">The region.</param>
/// <param name="Account">The account's number.</param>
/// <param name="ResourceType">The kind: cluster, service, task, container-instance, task-definition, …</param>
/// <param name="Resource">The part after the kind: <c>prod/web</c>.</param>
public readonly record struct EcsArn(string Partition, string Region, string Account, string ResourceType, string Resource)
{
    /// <summary>
    /// The resource's own name or id: the last step of the path. A gateway's id follows its name, which is what it goes by.
    /// </summary>
    public string Id => ResourceType == "gateway" ? Resource.Split('/')[0] : Resource[(Resource.LastIndexOf('/') + 1)..];

    /// <summary>The cluster that the ARN names; null for what lives in none, and for ARNs in the old short format.</summary>
    public string? Cluster => ResourceType switch
    {
        "cluster" => Resource,
        "service" or "task" or "container-instance" or "task-set" or "service-deployment" or "service-revision"
            or "container" or "daemon" or "daemon-deployment" or "daemon-revision" =>
            Resource.IndexOf('/') is var slash and > 0 ? Resource[..slash] : null,
        _ => null,
    };

    /// <summary>The ARN of the cluster that the ARN names.</summary>
    public string? ClusterArn => Cluster is { } cluster ? (this with { ResourceType = "cluster", Resource = cluster }).ToString() : null;

    /// <summary>Reads an ARN of ECS.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EcsArn arn)
    {
        arn = default;
        var parts = text?.Split(':', 6) ?? [];
        if (parts is not ["arn", { Length: > 0 }, "ecs", _, _, var resource]) return false;
        var slash = resource.IndexOf('/');
        if (slash <= 0 || slash == resource.Length - 1) return false;
        arn = new EcsArn(parts[1], parts[3], parts[4], resource[..slash], resource[(slash + 1)..]);
        return true;
    }

    /// <summary>The last step of an ARN's path; a name that is no ARN stays as it is.</summary>
    public static string IdOf(string arnOrName) => TryParse(arnOrName, out var arn) ? arn.Id : arnOrName;

    /// <summary>The same, and null for nothing.</summary>
    internal static string? NameIn(string? arnOrName) => arnOrName is null ? null : IdOf(arnOrName);

    /// <summary>The resource in the cluster to which this one belongs: <c>agent</c> in <c>daemon-revision/prod/agent/123</c>.</summary>
    internal static string? OwnerIn(string? arn) =>
        TryParse(arn, out var parts) && parts.Resource.Split('/') is [_, var owner, _] ? owner : null;

    /// <summary>The resource in an ARN of another AWS service, with its kind: <c>targetgroup/web/6d0ecf831eec9f09</c>.</summary>
    internal static string? Foreign(string? arn) => arn?[(arn.LastIndexOf(':') + 1)..];

    /// <summary>The ARN as text.</summary>
    public override string ToString() => $"arn:{Partition}:ecs:{Region}:{Account}:{ResourceType}/{Resource}";
}
