using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Capacity;

namespace EcsTools.Local.Engine.Capacity;

/// <summary>How a capacity provider scales, as it was configured.</summary>
/// <param name="Settings">The target and the steps.</param>
/// <param name="Warmup">How long a new instance keeps the provider from giving instances back.</param>
/// <param name="ScaleInAfter">How long instances are not needed before they go; null for ever.</param>
/// <param name="IsProtected">Whether only instances without tasks go.</param>
/// <param name="Drains">Whether an instance that goes is drained first.</param>
internal sealed record ScalingRules(ScalingSettings Settings, TimeSpan Warmup, TimeSpan? ScaleInAfter, bool IsProtected, bool Drains)
{
    /// <summary>The rules of a provider; null where nothing scales its instances, or the cluster has the provider no longer.</summary>
    public static ScalingRules? Of(EcsEngine engine, CapacityState capacity) =>
        capacity.Cluster.Has(capacity.Provider) ? Of(engine, capacity.Resource) : null;

    private static ScalingRules? Of(EcsEngine engine, CapacityProvider? provider) => provider switch
    {
        { AutoScalingGroupProvider: { ManagedScaling: { Status: ManagedScalingStatus.Enabled } scaling } group } => new(
            new(scaling.TargetCapacity!.Value, scaling.MinimumScalingStepSize!.Value, scaling.MaximumScalingStepSize!.Value),
            TimeSpan.FromSeconds(scaling.InstanceWarmupPeriod!.Value),
            engine.Timing.ScaleInAfter,
            IsProtected: group.ManagedTerminationProtection == ManagedTerminationProtection.Enabled,
            Drains: group.ManagedDraining != ManagedDraining.Disabled),
        { ManagedInstancesProvider: { } instances } => new(
            ScalingSettings.Default,
            TimeSpan.Zero,
            IdleTime(engine, instances.InfrastructureOptimization?.ScaleInAfter),
            IsProtected: true,
            Drains: true),
        _ => null,
    };

    // -1 keeps idle instances.
    private static TimeSpan? IdleTime(EcsEngine engine, int? seconds) => seconds switch
    {
        null => engine.Timing.IdleManagedInstance,
        < 0 => null,
        _ => TimeSpan.FromSeconds(seconds.Value),
    };
}
