using EcsTools.Local.Api.CapacityProviders;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Launches;

namespace EcsTools.Local.Api.Tasks;

/// <summary>The capacity for tasks: a launch type, or the capacity providers of a strategy.</summary>
/// <param name="Kind">The launch type that the tasks will show.</param>
/// <param name="Strategy">The strategy with what ECS fills in; null where the launch type decides.</param>
internal sealed record LaunchCapacity(string Kind, List<CapacityProviderStrategyItem>? Strategy)
{
    /// <summary>The launch type that a service or task set shows: none under a strategy.</summary>
    public string? LaunchType => Strategy is null ? Kind : null;

    public bool IsOnFargate => Kind == Model.LaunchType.Fargate;

    /// <summary>The requested capacity, else the cluster's default strategy, else EC2.</summary>
    /// <exception cref="EcsFault">ECS refuses it, or the task definition is not for it.</exception>
    public static LaunchCapacity Of(
        ClusterState cluster, string? launchType, List<CapacityProviderStrategyItem>? strategy, TaskDefinition definition)
    {
        var isDefault = strategy is not { Count: > 0 } && launchType is null;
        var chosen = isDefault ? cluster.Resource.DefaultCapacityProviderStrategy : strategy;
        return chosen is { Count: > 0 }
            ? ByStrategy(cluster, chosen, definition, isDefault)
            : ByLaunchType(launchType ?? Model.LaunchType.Ec2, definition);
    }

    /// <summary>The capacity of a service, for another task definition.</summary>
    /// <exception cref="EcsFault">The task definition is not for it.</exception>
    public static LaunchCapacity Of(
        ClusterState cluster,
        ServiceRevision settings,
        TaskDefinition definition) => settings.CapacityProviderStrategy is { Count: > 0 } strategy
        ? ByStrategy(cluster, strategy, definition)
        : ByLaunchType(settings.LaunchType ?? Model.LaunchType.Ec2, definition);

    /// <summary>Checks what tasks are launched with, in ECS's order, and finds their capacity.</summary>
    public static LaunchCapacity Checked(Launch launch, TaskDefinition definition, Func<LaunchCapacity> capacity)
    {
        Check.Rules(LaunchRules.First, launch);
        Check.Rules(LaunchRules.Scheduling, launch);
        var found = capacity();
        Check.Rules(LaunchRules.Rest, launch with { Definition = definition, Kind = found.Kind });
        return found;
    }

    private static LaunchCapacity ByStrategy(
        ClusterState cluster, List<CapacityProviderStrategyItem> asked, TaskDefinition definition, bool isDefault = false)
    {
        var strategy = Strategies.Usable(cluster, asked, isDefault);
        var kind = cluster.Region.FindCapacityProvider(strategy[0].CapacityProvider!)!.LaunchType();
        MustSupport(definition, kind);
        return new(kind, strategy);
    }

    private static LaunchCapacity ByLaunchType(string launchType, TaskDefinition definition)
    {
        if (launchType is not (Model.LaunchType.Ec2 or Model.LaunchType.Fargate))
            throw EcsFault.Unsupported($"the launch type {launchType}");
        MustSupport(definition, launchType);
        return new(launchType, null);
    }

    private static void MustSupport(TaskDefinition definition, string kind)
    {
        if (kind != Model.LaunchType.Ec2 && definition.Compatibilities?.Contains(kind) != true)
            throw EcsFault.InvalidParameter($"Task definition does not support launch_type {kind}.");
    }
}
