using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Http;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>The lifecycle hooks of a service deployment at a stage: functions, which all succeed after some seconds, and pauses, which a user ends.</summary>
internal static class LifecycleHooks
{
    private const int DefaultTimeoutMinutes = 1440;

    /// <summary>Begins the hooks of the stage.</summary>
    public static void Begin(EcsEngine engine, ServiceDeploymentState record)
    {
        var stages = Stages(record.Stage);
        var hooks = (record.Resource.DeploymentConfiguration?.LifecycleHooks ?? []).Where(hook => hook.LifecycleStages?.Exists(stages.Contains) == true);
        record.Resource.LifecycleHookDetails = [.. hooks.Select(hook => Detail(engine, hook))];
    }

    /// <summary>Ends the hooks whose time has come.</summary>
    public static void Pass(EcsEngine engine, ServiceState service, ServiceDeploymentState record)
    {
        foreach (var hook in record.Resource.LifecycleHookDetails ?? [])
        {
            if (!record.IsInProgress) return;
            if (hook.Status == DeploymentLifecycleHookStatus.InProgress && FunctionEnds(engine, record) <= engine.Now) Become(engine, record, hook, DeploymentLifecycleHookStatus.Succeeded);
            if (hook.Status != DeploymentLifecycleHookStatus.AwaitingAction || Expiry(hook) > engine.Now) continue;
            Become(engine, record, hook, DeploymentLifecycleHookStatus.TimedOut);
            if (hook.TimeoutAction == DeploymentLifecycleHookAction.Rollback) GoBack(engine, service, record, ServiceDeploymentStatus.RollbackInProgress, "A lifecycle hook timed out.");
        }
    }

    /// <summary>Somebody ends a pause. Says whether there is such a pause to end.</summary>
    public static bool Answer(EcsEngine engine, ServiceState service, ServiceDeploymentState record, string hookId, string action)
    {
        if (!record.IsInProgress || record.Resource.LifecycleHookDetails?.Find(hook => hook.HookId == hookId && hook.Status == DeploymentLifecycleHookStatus.AwaitingAction) is not { } hook)
            return false;
        var isRollback = action == DeploymentLifecycleHookAction.Rollback;
        Become(engine, record, hook, isRollback ? DeploymentLifecycleHookStatus.Failed : DeploymentLifecycleHookStatus.Succeeded);
        if (isRollback) GoBack(engine, service, record, ServiceDeploymentStatus.RollbackRequested, "Service deployment was rolled back by a user at a lifecycle hook.");
        return true;
    }

    /// <summary>Whether no hook of the stage holds the deployment up.</summary>
    public static bool HavePassed(ServiceDeploymentState record) => (record.Resource.LifecycleHookDetails ?? [])
        .TrueForAll(hook => hook.Status is DeploymentLifecycleHookStatus.Succeeded or DeploymentLifecycleHookStatus.TimedOut);

    /// <summary>When hooks of the stage end by themselves.</summary>
    public static IEnumerable<DateTimeOffset> Moments(EcsEngine engine, ServiceDeploymentState record) =>
        from hook in record.Resource.LifecycleHookDetails ?? []
        where hook.Status is DeploymentLifecycleHookStatus.InProgress or DeploymentLifecycleHookStatus.AwaitingAction
        select hook.Status == DeploymentLifecycleHookStatus.InProgress ? FunctionEnds(engine, record) : Expiry(hook);

    // The deployment's stages do not name the moment before production traffic shifts, the hooks' do.
    private static List<string> Stages(DeploymentStage stage) => stage == DeploymentStage.PostTestTrafficShift
        ? [stage.ToWire(), DeploymentLifecycleHookStage.PreProductionTrafficShift]
        : [stage.ToWire()];

    private static void GoBack(EcsEngine engine, ServiceState service, ServiceDeploymentState record, string status, string reason) =>
        Rollbacks.Begin(engine, service, record.Source, status, reason);

    private static DateTimeOffset FunctionEnds(EcsEngine engine, ServiceDeploymentState record) => record.StageBeganAt!.Value + engine.Timing.LifecycleFunction;

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

    private static void Become(EcsEngine engine, ServiceDeploymentState record, DeploymentLifecycleHookDetail hook, string status)
    {
        var changed = hook.Copy();
        changed.Status = status;
        record.Resource.LifecycleHookDetails = record.Resource.LifecycleHookDetails?.ConvertAll(detail => detail.HookId == hook.HookId ? changed : detail);
        record.Resource.UpdatedAt = engine.Now.UtcDateTime;
    }
}
