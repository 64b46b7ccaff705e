using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Rules.Launches;

/// <summary>The defaults of ECS for a deployment configuration.</summary>
internal static class DeploymentDefaults
{
    private static DeploymentConfiguration Replica { get; } = new()
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

    private static DeploymentConfiguration Daemon { get; } = Merge(Replica, new()
    {
        MaximumPercent = DeploymentLimits.DaemonMaximumPercent,
        MinimumHealthyPercent = DeploymentLimits.DaemonMinimumHealthyPercent,
    });

    /// <summary>The defaults for services of a scheduling strategy.</summary>
    public static DeploymentConfiguration Of(bool isDaemon) => (isDaemon ? Daemon : Replica).Copy();

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
