using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What must hold to create, change and delete capacity providers, and what ECS fills in.</summary>
internal static class CapacityProviderRules
{
    private const int MostTarget = 100, MostStep = 10_000, MostWarmup = 10_000, DefaultWarmup = 300;
    private static readonly string[] Reserved = ["aws", "ecs", "fargate"];

    public static void Name(string? name)
    {
        if (string.IsNullOrEmpty(name)) throw EcsFault.Client("CapacityProvider name must not be blank.");
        if (Check.IsName(name) && !Reserved.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))) return;
        throw EcsFault.Client(
            "The specified capacity provider name is invalid. Up to 255 characters are allowed, including letters (upper and lowercase), numbers, underscores, and hyphens. "
            + "The name cannot be prefixed with \"aws\", \"ecs\", or \"fargate\".");
    }

    /// <summary>The capacity provider that is to be changed or deleted.</summary>
    /// <exception cref="EcsFault">There is none, it is one of Fargate, or it is another cluster's.</exception>
    public static CapacityProviderState Changeable(this Call call, string? identifier, string? cluster)
    {
        var name = EcsArn.IdOf(identifier ?? "");
        if (FargateProviders.Names.Contains(name)) throw EcsFault.Client("The capacity providers FARGATE and FARGATE_SPOT are reserved and can be neither changed nor deleted.");
        if (call.Region.CapacityProviders.GetValueOrDefault(name) is not { IsInactive: false } found)
            throw EcsFault.Client("The specified capacity provider does not exist. Specify a valid name or ARN and try again.");
        if (found.Resource.Cluster is null && string.IsNullOrEmpty(cluster)) return found;
        if (string.IsNullOrEmpty(cluster)) throw EcsFault.InvalidParameter("The specified capacity provider already exists with cluster scope. Specify its cluster and try again.");
        return call.Region.ClusterOf(found.Resource) == call.Cluster(cluster)
            ? found
            : throw EcsFault.InvalidParameter("Capacity provider active cluster name does not match the cluster name in the request.");
    }

    /// <summary>What there is, changed by what is asked, as far as it fits together.</summary>
    public static AutoScalingGroupProvider Merge(AutoScalingGroupProvider current, AutoScalingGroupProviderUpdate? asked)
    {
        var merged = current.With(asked);
        merged.ManagedScaling = (current.ManagedScaling ?? DefaultScaling()).With(asked?.ManagedScaling);
        merged.ManagedTerminationProtection ??= ManagedTerminationProtection.Disabled;
        merged.ManagedDraining ??= ManagedDraining.Enabled;
        Check.OneOf(merged.ManagedScaling.Status, "managedScaling status", [.. ManagedScalingStatus.Values]);
        Check.OneOf(merged.ManagedTerminationProtection, "managedTerminationProtection", [.. ManagedTerminationProtection.Values]);
        Check.OneOf(merged.ManagedDraining, "managedDraining", [.. ManagedDraining.Values]);
        InRange(merged.ManagedScaling.TargetCapacity, 1, MostTarget, "targetCapacity");
        InRange(merged.ManagedScaling.MinimumScalingStepSize, 1, MostStep, "minimumScalingStepSize");
        InRange(merged.ManagedScaling.MaximumScalingStepSize, 1, MostStep, "maximumScalingStepSize");
        InRange(merged.ManagedScaling.InstanceWarmupPeriod, 0, MostWarmup, "instanceWarmupPeriod");
        if (merged.ManagedTerminationProtection == ManagedTerminationProtection.Enabled && merged.ManagedScaling.Status != ManagedScalingStatus.Enabled)
            throw EcsFault.Client("The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, managed scaling must be enabled.");
        return merged;
    }

    private static ManagedScaling DefaultScaling() => new()
    {
        Status = ManagedScalingStatus.Disabled,
        TargetCapacity = MostTarget,
        MinimumScalingStepSize = 1,
        MaximumScalingStepSize = MostStep,
        InstanceWarmupPeriod = DefaultWarmup,
    };

    private static void InRange(int? value, int least, int most, string member)
    {
        if (value < least || value > most) throw EcsFault.InvalidParameter($"{member} must be between {least} and {most}.");
    }
}
