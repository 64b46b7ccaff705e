using System.Globalization;
using System.Text.Json.Serialization;
using EcsTools.Local.Api.Logs;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>All that one account has in one region.</summary>
internal sealed class RegionState
{
    private string? arn;

    public required string Account { get; init; }

    public required string Region { get; init; }

    public SortedDictionary<string, ClusterState> Clusters { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, FamilyState> Families { get; } = new(StringComparer.Ordinal);

    /// <summary>The account settings that were set, by the ARN of whom they were set for.</summary>
    public SortedDictionary<string, SortedDictionary<string, string>> Settings { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, DaemonFamilyState> DaemonFamilies { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, GatewayState> Gateways { get; } = new(StringComparer.Ordinal);

    /// <summary>The capacity providers that were created. Those of Fargate are always there.</summary>
    public SortedDictionary<string, CapacityProviderState> CapacityProviders { get; } = new(StringComparer.Ordinal);

    /// <summary>The log groups of CloudWatch Logs, by name.</summary>
    public SortedDictionary<string, LogGroupState> LogGroups { get; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public string Partition =>
        Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    /// <summary>The principal of all requests, as far as the local ECS knows.</summary>
    [JsonIgnore]
    public string Root => $"arn:{Partition}:iam::{Account}:root";

    [JsonIgnore]
    public string ServiceLinkedRole => $"arn:{Partition}:iam::{Account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";

    /// <summary>The ARN of a resource of ECS, as in <c>cluster/default</c>.</summary>
    public string Arn(string resource) => (arn ??= $"arn:{Partition}:ecs:{Region}:{Account}:") + resource;

    /// <summary>The revision of exactly that ARN, of a task definition or a daemon's.</summary>
    public TaskDefinitionState? FindDefinition(string arn) =>
        Revision(arn, "task-definition/") is var (family, revision)
            ? Families.GetValueOrDefault(family)?.Revisions.GetValueOrDefault(revision)
        : Revision(arn, "daemon-task-definition/") is var (daemonFamily, number)
            ? DaemonFamilies.GetValueOrDefault(daemonFamily)?.Revisions.GetValueOrDefault(number)?.Runnable
        : null;

    private (string Family, int Number)? Revision(string arn, string kind)
    {
        var prefix = Arn(kind);
        if (!arn.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var name = arn[prefix.Length..];
        var colon = name.LastIndexOf(':');
        return colon > 0 && int.TryParse(name[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? (name[..colon], revision)
            : null;
    }

    /// <summary>The capacity provider of that name, whatever its status; null when there is none.</summary>
    public CapacityProvider? FindCapacityProvider(string name) =>
        FargateProviders.Names.Contains(name) ? FargateProviders.Describe(this, name) : CapacityProviders.GetValueOrDefault(name)?.Resource;

    /// <summary>The cluster that a capacity provider belongs to; null where it is one for all clusters.</summary>
    public ClusterState? ClusterOf(CapacityProvider provider) =>
        provider.Cluster is { } arn ? Clusters.GetValueOrDefault(EcsArn.IdOf(arn)) : null;

    /// <summary>All of the region that acts by itself.</summary>
    public IEnumerable<Timed> Timed() =>
        Clusters.Values.SelectMany(cluster => cluster.Timed())
            .Concat(Families.Values.SelectMany(family => family.Revisions.Values))
            .Concat(DaemonFamilies.Values.SelectMany(family => family.Revisions.Values))
            .Concat(Gateways.Values)
            .Concat(CapacityProviders.Values);

    public void Link()
    {
        foreach (var (name, family) in DaemonFamilies) family.Link(this, name);
        foreach (var (name, family) in Families) family.Link(this, name);
        foreach (var (name, gateway) in Gateways) StateException.UnlessSame(name, gateway.Name, gateway.Title);
        foreach (var (name, provider) in CapacityProviders)
        {
            StateException.UnlessSame(name, provider.Resource.Name!, provider.Title);
            provider.Link(this);
        }

        foreach (var (name, cluster) in Clusters)
        {
            StateException.UnlessSame(name, cluster.Name, cluster.Title);
            cluster.Link(this);
        }
    }
}
