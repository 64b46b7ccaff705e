using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.CapacityProviders;

/// <summary>Finds capacity providers to change, and fills in what ECS fills in.</summary>
internal static class Providers
{
    private const int DefaultTarget = 100, DefaultStep = 10_000, DefaultWarmup = 300;

    /// <summary>The capacity provider that is to be changed or deleted.</summary>
    /// <exception cref="EcsFault">There is none, it is one of Fargate, or it is another cluster's.</exception>
    public static CapacityProviderState Changeable(this Call call, string? identifier, string? cluster)
    {
        var name = EcsArn.IdOf(identifier ?? "");
        if (FargateProviders.Names.Contains(name))
            throw EcsFault.Client("The capacity providers FARGATE and FARGATE_SPOT are reserved and can be neither changed nor deleted.");
        if (call.Region.CapacityProviders.GetValueOrDefault(name) is not { IsInactive: false } found)
            throw EcsFault.Client("The specified capacity provider does not exist. Specify a valid name or ARN and try again.");
        if (found.Resource.Cluster is null && string.IsNullOrEmpty(cluster)) return found;
        if (string.IsNullOrEmpty(cluster))
            throw EcsFault
                .InvalidParameter("The specified capacity provider already exists with cluster scope. Specify its cluster and try again.");
        return call.Region.ClusterOf(found.Resource) == call.Cluster(cluster)
            ? found
            : throw EcsFault.InvalidParameter("Capacity provider active cluster name does not match the cluster name in the request.");
    }

    /// <summary>The current settings, with the requested changes.</summary>
    public static AutoScalingGroupProvider Merge(AutoScalingGroupProvider current, AutoScalingGroupProviderUpdate? asked)
    {
        var merged = current.With(asked);
        merged.ManagedScaling = (current.ManagedScaling ?? DefaultScaling()).With(asked?.ManagedScaling);
        merged.ManagedTerminationProtection ??= ManagedTerminationProtection.Disabled;
        merged.ManagedDraining ??= ManagedDraining.Enabled;
        return merged;
    }

    private static ManagedScaling DefaultScaling() => new()
    {
        Status = ManagedScalingStatus.Disabled,
        TargetCapacity = DefaultTarget,
        MinimumScalingStepSize = 1,
        MaximumScalingStepSize = DefaultStep,
        InstanceWarmupPeriod = DefaultWarmup,
    };
}
