using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Http;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>
/// The lifecycle hooks of a service deployment at a stage: functions, which all succeed after some seconds, and pauses, which a user ends.
/// </summary>
internal static class LifecycleHooks
{
    private const int DefaultTimeoutMinutes = 1440;

    /// <summary>Begins the hooks of the stage.</summary>
    public static void Begin(EcsEngine engine, ServiceDeploymentState serviceDeployment)
    {
        var stages = Stages(serviceDeployment.Stage);
        var hooks = (serviceDeployment.Resource.DeploymentConfiguration?.LifecycleHooks ?? []).Where(hook =>
            hook.LifecycleStages?.Exists(stages.Contains) == true);
        serviceDeployment.Resource.LifecycleHookDetails = [.. hooks.Select(hook => Detail(engine, hook))];
    }

    /// <summary>Ends the hooks whose time has come.</summary>
    public static void Pass(EcsEngine engine, ServiceState service, ServiceDeploymentState serviceDeployment)
    {
        foreach (var hook in serviceDeployment.Resource.LifecycleHookDetails ?? [])
        {
            if (!serviceDeployment.IsInProgress) return;
            if (hook.Status == DeploymentLifecycleHookStatus.InProgress && FunctionEnds(engine, serviceDeployment) <= engine.Now)
                TransitionTo(engine, serviceDeployment, hook, DeploymentLifecycleHookStatus.Succeeded);
            if (hook.Status != DeploymentLifecycleHookStatus.AwaitingAction || Expiry(hook) > engine.Now) continue;
            TransitionTo(engine, serviceDeployment, hook, DeploymentLifecycleHookStatus.TimedOut);
            if (hook.TimeoutAction == DeploymentLifecycleHookAction.Rollback)
                GoBack(engine, service, serviceDeployment, ServiceDeploymentStatus.RollbackInProgress, "A lifecycle hook timed out.");
        }
    }

    /// <summary>A user ends a pause. Returns whether there is such a pause.</summary>
    public static bool Answer(
        EcsEngine engine, ServiceState service, ServiceDeploymentState serviceDeployment, string hookId, string action)
    {
        if (!serviceDeployment.IsInProgress
            || serviceDeployment.Resource.LifecycleHookDetails?.Find(hook =>
                hook.HookId == hookId && hook.Status == DeploymentLifecycleHookStatus.AwaitingAction) is not { } hook)
            return false;
        var isRollback = action == DeploymentLifecycleHookAction.Rollback;
        TransitionTo(
            engine, serviceDeployment, hook, isRollback ? DeploymentLifecycleHookStatus.Failed : DeploymentLifecycleHookStatus.Succeeded);
        if (isRollback)
            GoBack(
                engine,
                service,
                serviceDeployment,
                ServiceDeploymentStatus.RollbackRequested,
                "Service deployment was rolled back by a user at a lifecycle hook.");
        return true;
    }

    /// <summary>Whether no hook of the stage holds the deployment up.</summary>
    public static bool HavePassed(ServiceDeploymentState serviceDeployment) => (serviceDeployment.Resource.LifecycleHookDetails ?? [])
        .TrueForAll(hook => hook.Status is DeploymentLifecycleHookStatus.Succeeded or DeploymentLifecycleHookStatus.TimedOut);

    /// <summary>When hooks of the stage end by themselves.</summary>
    public static IEnumerable<DateTimeOffset> Moments(EcsEngine engine, ServiceDeploymentState serviceDeployment) =>
        from hook in serviceDeployment.Resource.LifecycleHookDetails ?? []
        where hook.Status is DeploymentLifecycleHookStatus.InProgress or DeploymentLifecycleHookStatus.AwaitingAction
        select hook.Status == DeploymentLifecycleHookStatus.InProgress ? FunctionEnds(engine, serviceDeployment) : Expiry(hook);

    // The deployment's stages do not name the moment before production traffic shifts, the hooks' do.
    private static List<string> Stages(DeploymentStage stage) => stage == DeploymentStage.PostTestTrafficShift
        ? [stage.ToWire(), DeploymentLifecycleHookStage.PreProductionTrafficShift]
        : [stage.ToWire()];

    private static void GoBack(
        EcsEngine engine, ServiceState service, ServiceDeploymentState serviceDeployment, string status, string reason) =>
        Rollbacks.Begin(engine, service, serviceDeployment.Source, status, reason);

    private static DateTimeOffset FunctionEnds(EcsEngine engine, ServiceDeploymentState serviceDeployment) =>
        serviceDeployment.StageBeganAt!.Value + engine.Timing.LifecycleFunction;

    private static DateTimeOffset Expiry(DeploymentLifecycleHookDetail hook) => hook.ExpiresAt!.Value;

    private static DeploymentLifecycleHookDetail Detail(EcsEngine engine, DeploymentLifecycleHook hook)
    {
        var isPause = hook.TargetType == DeploymentLifecycleHookTargetType.Pause;
        return new()
        {
            HookId = engine.Random.HookId(isPause ? "ecs-pause" : "ecs-lambda"),
            TargetType = hook.TargetType ?? DeploymentLifecycleHookTargetType.AwsLambda,
            TargetArn = hook.HookTargetArn,
            Status = isPause ? DeploymentLifecycleHookStatus.AwaitingAction : DeploymentLifecycleHookStatus.InProgress,
            ExpiresAt = engine.Now.UtcDateTime.AddMinutes(hook.TimeoutConfiguration?.TimeoutInMinutes ?? DefaultTimeoutMinutes),
            TimeoutAction = hook.TimeoutConfiguration?.Action ?? DeploymentLifecycleHookAction.Rollback,
        };
    }

    private static void TransitionTo(
        EcsEngine engine, ServiceDeploymentState serviceDeployment, DeploymentLifecycleHookDetail hook, string status)
    {
        var changed = hook.Copy();
        changed.Status = status;
        serviceDeployment.Resource.LifecycleHookDetails = serviceDeployment.Resource.LifecycleHookDetails?.ConvertAll(detail =>
            detail.HookId == hook.HookId ? changed : detail);
        serviceDeployment.Resource.UpdatedAt = engine.Now.UtcDateTime;
    }
}
