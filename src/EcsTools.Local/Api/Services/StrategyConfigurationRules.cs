using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What a deployment configuration may say of its strategy, its waits and its hooks.</summary>
internal static class StrategyConfigurationRules
{
    private const int LongestBakeMinutes = 1440, LongestTimeoutMinutes = 20160;

    public static void Apply(DeploymentConfiguration asked)
    {
        Check.OneOf(asked.Strategy, "deployment strategy", [.. DeploymentStrategy.Values]);
        Bake(asked.BakeTimeInMinutes, "bakeTimeInMinutes");
        Bake(asked.LinearConfiguration?.StepBakeTimeInMinutes, "stepBakeTimeInMinutes");
        Bake(asked.CanaryConfiguration?.CanaryBakeTimeInMinutes, "canaryBakeTimeInMinutes");
        Percent(asked.LinearConfiguration?.StepPercent, "stepPercent", 3);
        Percent(asked.CanaryConfiguration?.CanaryPercent, "canaryPercent", 0.1);
        foreach (var hook in asked.LifecycleHooks ?? []) Hook(hook);
    }

    /// <summary>What the strategy asks of the service.</summary>
    public static void Fits(Service service, ServiceConnectConfiguration? connect)
    {
        if (service.DeploymentConfiguration?.Strategy is not { } strategy || strategy == DeploymentStrategy.Rolling) return;
        if (service.DeploymentController!.Type != DeploymentControllerType.Ecs)
            throw EcsFault.InvalidParameter($"The deployment strategy {strategy} requires the ECS deployment controller.");
        if (service.SchedulingStrategy == SchedulingStrategy.Daemon)
            throw EcsFault.InvalidParameter($"The daemon scheduling strategy does not support the {strategy} deployment strategy. Change the deployment strategy and try again");
        if (strategy != DeploymentStrategy.BlueGreen && service.LoadBalancers is not { Count: > 0 } && connect?.Enabled != true)
            throw EcsFault.InvalidParameter($"The deployment strategy {strategy} requires a load balancer or Service Connect.");
    }

    private static void Hook(DeploymentLifecycleHook hook)
    {
        Check.OneOf(hook.TargetType, "lifecycle hook targetType", [.. DeploymentLifecycleHookTargetType.Values]);
        if (hook.LifecycleStages is not { Count: > 0 }) throw EcsFault.InvalidParameter("A lifecycle hook must have at least one lifecycle stage.");
        foreach (var stage in hook.LifecycleStages) Check.OneOf(stage, "lifecycleStages", [.. DeploymentLifecycleHookStage.Values]);
        var isPause = hook.TargetType == DeploymentLifecycleHookTargetType.Pause;
        if (!isPause && string.IsNullOrEmpty(hook.HookTargetArn)) throw EcsFault.InvalidParameter("A lifecycle hook of type AWS_LAMBDA must have a hookTargetArn.");
        if (isPause && hook.HookTargetArn is not null) throw EcsFault.InvalidParameter("A lifecycle hook of type PAUSE cannot have a hookTargetArn.");
        if (hook.TimeoutConfiguration?.TimeoutInMinutes is < 1 or > LongestTimeoutMinutes)
            throw EcsFault.InvalidParameter($"timeoutInMinutes must be between 1 and {LongestTimeoutMinutes}.");
        Check.OneOf(hook.TimeoutConfiguration?.Action, "timeout action", [.. DeploymentLifecycleHookAction.Values]);
    }

    private static void Bake(int? minutes, string member)
    {
        if (minutes is < 0 or > LongestBakeMinutes) throw EcsFault.InvalidParameter($"{member} must be between 0 and {LongestBakeMinutes}.");
    }

    private static void Percent(double? percent, string member, double least)
    {
        if (percent < least || percent > 100 || Math.Round(percent ?? 0, 1) != (percent ?? 0))
            throw EcsFault.InvalidParameter(FormattableString.Invariant($"{member} must be a multiple of 0.1 between {least:0.0} and 100.0."));
    }
}
