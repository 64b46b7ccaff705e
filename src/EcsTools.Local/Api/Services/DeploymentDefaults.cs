using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Api.Services;

/// <summary>The defaults of ECS for a deployment configuration.</summary>
internal static class DeploymentDefaults
{
    public static DeploymentConfiguration Replica { get; } = new()
    {
        MaximumPercent = DeploymentLimits.ReplicaMaximumPercent,
        MinimumHealthyPercent = DeploymentLimits.ReplicaMinimumHealthyPercent,
        Strategy = DeploymentStrategy.Rolling,
        BakeTimeInMinutes = 0,
        DeploymentCircuitBreaker = new()
        {
            Enable = false,
            Rollback = false,
            ResetOnHealthyTask = true,
            ThresholdConfiguration = new() { Type = "BOUNDED_PERCENT", Value = 50 },
        },
    };

    public static DeploymentConfiguration Daemon { get; } = Merge(Replica, new()
    {
        MaximumPercent = DeploymentLimits.DaemonMaximumPercent,
        MinimumHealthyPercent = DeploymentLimits.DaemonMinimumHealthyPercent,
    });

    /// <summary>The requested settings, and otherwise the current ones.</summary>
    public static DeploymentConfiguration Merge(DeploymentConfiguration current, DeploymentConfiguration? asked)
    {
        if (asked is null) return current;
        var merged = asked.Copy();
        merged.MaximumPercent ??= current.MaximumPercent;
        merged.MinimumHealthyPercent ??= current.MinimumHealthyPercent;
        merged.Strategy ??= current.Strategy;
        merged.BakeTimeInMinutes ??= current.BakeTimeInMinutes;
        merged.Alarms ??= current.Alarms;
        merged.LifecycleHooks ??= current.LifecycleHooks;
        merged.LinearConfiguration ??= current.LinearConfiguration;
        merged.CanaryConfiguration ??= current.CanaryConfiguration;
        merged.EarlySuccessCriteria ??= current.EarlySuccessCriteria;
        merged.DeploymentCircuitBreaker = Merge(current.DeploymentCircuitBreaker!, asked.DeploymentCircuitBreaker);
        return merged;
    }

    private static DeploymentCircuitBreaker Merge(DeploymentCircuitBreaker current, DeploymentCircuitBreaker? asked)
    {
        if (asked is null) return current;
        var merged = asked.Copy();
        if (merged.Enable != true) merged.Rollback = false;
        merged.ResetOnHealthyTask ??= current.ResetOnHealthyTask;
        merged.ThresholdConfiguration ??= current.ThresholdConfiguration;
        return merged;
    }
}
