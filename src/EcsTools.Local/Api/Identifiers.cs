using System.Globalization;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Api;

/// <summary>Finds what requests name, by short name or ARN.</summary>
internal static class Identifiers
{
    private const string DefaultCluster = "default";

    /// <summary>The name in a cluster's name or ARN; <c>default</c> where there is none.</summary>
    public static string ClusterName(string? identifier)
    {
        if (string.IsNullOrEmpty(identifier)) return DefaultCluster;
        if (!IsArn(identifier)) return identifier;
        var parts = Parts(identifier, "cluster");
        return parts.Length == 2 ? parts[1] : throw UnexpectedSeparators();
    }

    /// <summary>The cluster, which may be INACTIVE.</summary>
    /// <exception cref="EcsFault">There is none of that name.</exception>
    public static ClusterState Cluster(this Call call, string? identifier) =>
        call.FindCluster(identifier) ?? throw EcsFault.ClusterNotFound();

    public static ClusterState? FindCluster(this Call call, string? identifier) =>
        IsArn(identifier) && !IsHere(call, identifier!) ? null : call.Region.Clusters.GetValueOrDefault(ClusterName(identifier));

    /// <summary>The cluster, which must be ACTIVE.</summary>
    /// <exception cref="EcsFault">There is none of that name, or it was deleted.</exception>
    public static ClusterState ActiveCluster(this Call call, string? identifier)
    {
        var cluster = call.Cluster(identifier);
        return cluster.IsActive ? cluster : throw EcsFault.InactiveCluster();
    }

    /// <summary>The name in a service's name or ARN.</summary>
    /// <exception cref="EcsFault">It is an ARN of something else, or of another cluster.</exception>
    public static string Service(ClusterState cluster, string? identifier) => InCluster(cluster, identifier ?? "", "service");

    /// <summary>The id in a task's id or ARN.</summary>
    /// <exception cref="EcsFault">It isn't an ID, or belongs to another cluster.</exception>
    public static string Task(ClusterState cluster, string? identifier) => Id(InCluster(cluster, identifier ?? "", "task"), "taskId");

    /// <summary>The id in a container instance's id or ARN.</summary>
    /// <exception cref="EcsFault">It isn't an ID, or belongs to another cluster.</exception>
    public static string Instance(ClusterState cluster, string? identifier) =>
        Id(InCluster(cluster, identifier ?? "", "container-instance"), "containerInstanceId");

    /// <summary>The service of a name or ARN, whatever its status; null when there is none.</summary>
    public static ServiceState? FindService(ClusterState cluster, string? identifier) =>
        cluster.Services.GetValueOrDefault(Service(cluster, identifier));

    /// <summary>The revision of <c>family</c> (its latest ACTIVE one), <c>family:revision</c> or an ARN; null when there is none.</summary>
    public static TaskDefinitionState? FindDefinition(this Call call, string identifier)
    {
        var (name, revision) = Revision(call, identifier, "task-definition");
        var family = call.Region.Families.GetValueOrDefault(name);
        return revision is { } number ? family?.Revisions.GetValueOrDefault(number) : family?.LatestActive;
    }

    /// <summary>The revision of <c>family</c> (its latest ACTIVE one), <c>family:revision</c> or an ARN; null when there is none.</summary>
    public static DaemonDefinitionState? FindDaemonDefinition(this Call call, string identifier)
    {
        var (name, revision) = Revision(call, identifier, "daemon-task-definition");
        var family = call.Region.DaemonFamilies.GetValueOrDefault(name);
        return revision is { } number ? family?.Revisions.GetValueOrDefault(number) : family?.LatestActive;
    }

    /// <summary>The family, and the number where one is named; an ARN of another account names a family that doesn't exist.</summary>
    private static (string Family, int? Revision) Revision(Call call, string identifier, string kind)
    {
        if (IsArn(identifier))
        {
            if (!IsHere(call, identifier)) return ("", null);
            var parts = Parts(identifier, kind);
            identifier = parts.Length == 2 ? parts[1] : throw UnexpectedSeparators();
        }

        var colon = identifier.IndexOf(':');
        if (colon < 0) return (identifier, null);
        return int.TryParse(identifier[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? (identifier[..colon], revision)
            : throw EcsFault.Client("Invalid task definition: Invalid revision number.");
    }

    /// <summary>The revision that tasks are to be started from.</summary>
    /// <param name="call">The call.</param>
    /// <param name="identifier">Its family, <c>family:revision</c> or ARN.</param>
    /// <param name="unusable">The error for one that isn't ACTIVE: RunTask and StartTask have another type than services.</param>
    /// <exception cref="EcsFault">There is none, or it is not ACTIVE.</exception>
    public static TaskDefinitionState UsableDefinition(this Call call, string? identifier, Func<string, EcsFault>? unusable = null)
    {
        if (string.IsNullOrEmpty(identifier)) throw EcsFault.InvalidParameter("TaskDefinition can not be blank.");
        var found = call.FindDefinition(identifier) ?? throw EcsFault.Client("TaskDefinition not found.");
        return found.Resource.Status switch
        {
            Model.TaskDefinitionStatus.Active => found,
            Model.TaskDefinitionStatus.DeleteInProgress => throw (unusable ?? EcsFault.Client)("TaskDefinition is being deleted"),
            _ => throw (unusable ?? EcsFault.Client)("TaskDefinition is inactive"),
        };
    }

    public static bool IsArn(string? identifier) => identifier?.StartsWith("arn:", StringComparison.Ordinal) == true;

    /// <summary>The path of a resource in an ARN: <c>service/default/web</c>.</summary>
    public static string Resource(string arn) => arn.Split(':', 6) is { Length: 6 } parts ? parts[5] : throw UnexpectedSeparators();

    /// <summary>Whether an ARN is of the caller's account and region.</summary>
    public static bool IsHere(Call call, string arn) => arn.StartsWith(call.Region.Arn(""), StringComparison.Ordinal);

    private static string InCluster(ClusterState cluster, string identifier, string kind)
    {
        if (!IsArn(identifier)) return identifier.Contains('/') ? throw UnexpectedSeparators() : identifier;
        var parts = Parts(identifier, kind);
        if (parts.Length == 2) return parts[1]; // an ARN of the short format does not name the cluster
        if (parts.Length != 3) throw UnexpectedSeparators();
        return parts[1] == cluster.Name
            ? parts[2]
            : throw EcsFault.InvalidParameter($"Invalid identifier: Identifier is for cluster {parts[1]}. Your cluster is {cluster.Name}");
    }

    private static string[] Parts(string arn, string kind)
    {
        var parts = Resource(arn).Split('/');
        return parts[0] == kind ? parts : throw EcsFault.InvalidParameter($"Unsupported resource type: {parts[0]}");
    }

    private static string Id(string id, string name) =>
        id.Length is 32 or 36 ? id : throw EcsFault.InvalidParameter($"{name} length should be one of [32,36]");

    private static EcsFault UnexpectedSeparators() => EcsFault.InvalidParameter("Invalid identifier: Unexpected number of separators");
}
