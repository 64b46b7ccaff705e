using System.Text.Json.Serialization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine.State;

/// <summary>The placement constraints and strategy of tasks, from RunTask or their service.</summary>
internal sealed class PlacementPreferences
{
    public List<PlacementConstraint> Constraints { get; init; } = [];

    /// <summary>Empty for ECS's own choice, which is another for a service's tasks than for those run on their own.</summary>
    public List<PlacementStrategy> Strategy { get; init; } = [];

    /// <summary>The subnets that the tasks may be attached to; empty for tasks without a network interface of their own.</summary>
    public List<string> Subnets { get; init; } = [];

    /// <summary>
    /// The only Availability Zone for the tasks; null for any. It isn't saved: only tasks that wait are, and they have none.
    /// </summary>
    [JsonIgnore]
    public string? Zone { get; init; }

    public static PlacementPreferences Of(Service service, NetworkConfiguration? network = null) =>
        new()
        {
            Constraints = service.PlacementConstraints ?? [],
            Strategy = service.PlacementStrategy ?? [],
            Subnets = SubnetsOf(network),
        };

    public static List<string> SubnetsOf(NetworkConfiguration? network) => network?.AwsvpcConfiguration?.Subnets ?? [];

    /// <summary>The same preferences in one Availability Zone.</summary>
    public PlacementPreferences In(string zone) => new() { Constraints = Constraints, Strategy = Strategy, Subnets = Subnets, Zone = zone };

    public IReadOnlyList<PlacementStep> Steps(bool isOfService) =>
        Strategy.Count > 0 ? Strategy.ConvertAll(step => PlacementStep.Parse(step.Type, step.Field))
        : isOfService ? PlacementStep.ServiceDefault
        : PlacementStep.StandaloneDefault;

    /// <summary>The preferences for tasks of a definition, which may have constraints of its own.</summary>
    public PlacementRequest Request(
        ClusterState cluster, string group, TaskDefinition definition, TaskRequirements requirements, bool isOfService) => new()
    {
        AvailabilityZones = Zones(cluster),
        Group = group,
        Requirements = requirements,
        Strategy = Steps(isOfService),
        Constraints = PlacementConstraints.Parse(
            Constraints.Select(c => (c.Type, c.Expression))
                .Concat((definition.PlacementConstraints ?? []).Select(c => (c.Type, c.Expression)))),
    };

    /// <summary>
    /// The one zone, or those of the subnets, from the instances with these subnets; null for any zone if one of the subnets isn't known.
    /// </summary>
    private HashSet<string>? Zones(ClusterState cluster)
    {
        if (Zone is not null) return [Zone];
        if (Subnets.Count == 0) return null;
        var known = cluster.ZonesOfSubnets;
        return Subnets.TrueForAll(known.Contains) ? [.. Subnets.SelectMany(subnet => known[subnet])] : null;
    }
}
