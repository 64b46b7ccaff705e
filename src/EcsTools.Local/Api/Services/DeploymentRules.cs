using EcsTools.Local.Engine;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Api;

/// <summary>The deployment configuration of a service: what ECS fills in, and what it refuses.</summary>
internal static class DeploymentRules
{
    private const int MostPercent = 100;
    private static readonly string[] ThresholdTypes = ["BOUNDED_PERCENT", "UNBOUNDED_PERCENT", "COUNT"];

    public static DeploymentConfiguration Default { get; } = new()
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

    public static DeploymentConfiguration DaemonDefault { get; } = Merge(Default, new()
    {
        MaximumPercent = DeploymentLimits.DaemonMaximumPercent,
        MinimumHealthyPercent = DeploymentLimits.DaemonMinimumHealthyPercent,
    });

    /// <summary>What is asked for, and for the rest what there is.</summary>
    /// <exception cref="EcsFault">ECS refuses it.</exception>
    public static DeploymentConfiguration Merge(DeploymentConfiguration current, DeploymentConfiguration? asked)
    {
        if (asked is null) return current;
        if (asked.MaximumPercent < MostPercent) throw EcsFault.InvalidParameter("maximumPercent must be at least 100");
        if (asked.MinimumHealthyPercent > MostPercent) throw EcsFault.InvalidParameter("minimumHealthyPercent must be at most 100");
        if (asked.MaximumPercent < 0 || asked.MinimumHealthyPercent < 0) throw EcsFault.InvalidParameter("minimumHealthyPercent must be at least 0");
        StrategyConfigurationRules.Apply(asked);
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

    /// <summary>Whether a task can be started in another zone before the old one stops.</summary>
    public static bool CanRebalance(DeploymentConfiguration configuration) => !(configuration.MaximumPercent <= MostPercent);

    public static void Rebalancing(string? rebalancing, DeploymentConfiguration configuration)
    {
        if (rebalancing == AvailabilityZoneRebalancing.Enabled && !CanRebalance(configuration))
        {
            throw EcsFault.InvalidParameter(
                "The service couldn't be updated because Availability Zone Rebalancing does not support maximumPercent <= 100 % as deployment configuration. "
                + "Update deployment configuration and try again.");
        }
    }

    private static DeploymentCircuitBreaker Merge(DeploymentCircuitBreaker current, DeploymentCircuitBreaker? asked)
    {
        if (asked is null) return current;
        if (asked.ThresholdConfiguration is { } threshold)
        {
            if (!ThresholdTypes.Contains(threshold.Type)) throw EcsFault.InvalidParameter("Invalid deployment circuit breaker threshold type.");
            if (threshold.Value is not > 0 || (threshold.Type == "BOUNDED_PERCENT" && threshold.Value > MostPercent)) throw EcsFault.InvalidParameter("Invalid deployment circuit breaker threshold value.");
        }

        var merged = asked.Copy();
        if (merged.Enable != true) merged.Rollback = false;
        merged.ResetOnHealthyTask ??= current.ResetOnHealthyTask;
        merged.ThresholdConfiguration ??= current.ThresholdConfiguration;
        return merged;
    }
}
