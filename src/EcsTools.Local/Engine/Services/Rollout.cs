using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>Takes the current deployment of a service from stage to stage.</summary>
internal static class Rollout
{
    /// <summary>Begins a deployment that waits for the scheduler.</summary>
    public static void Begin(EcsEngine engine, ServiceState service)
    {
        var record = service.ServiceDeployments[^1];
        if (record.Begin(engine.Now)) Enter(engine, service, record, DeploymentStages.First(service.Deployments.Count));
    }

    /// <summary>Takes the deployment as far as it can go now. Says whether it got any further.</summary>
    public static bool Advance(EcsEngine engine, ServiceState service)
    {
        var record = service.ServiceDeployments[^1];
        var isFurther = false;
        while (record.IsInProgress)
        {
            LifecycleHooks.Pass(engine, service, record);
            if (!record.IsInProgress || !IsOver(engine, service, record)) break;
            isFurther = true;
            if (record.Stage == DeploymentStage.ProductionTrafficShift && record.Step + 1 < Traffic.Steps(record, service).Count) EnterStep(engine, service, record, record.Step + 1);
            else if (DeploymentStages.After(record.Stage, record.ShiftsTraffic) is { } next) Enter(engine, service, record, next);
            else Complete(engine, service, record);
        }

        if (record.IsRollingBack && service.HasReached && service.Primary.IsInProgress) Complete(engine, service, record);
        return isFurther;
    }

    /// <summary>When the stage is over, or one of its hooks has ended; null when only a change from outside moves it.</summary>
    public static DateTimeOffset? NextMoment(EcsEngine engine, ServiceState service)
    {
        var record = service.ServiceDeployments[^1];
        return record.IsInProgress
            ? LifecycleHooks.Moments(engine, record).Append(EndOfStage(engine, service, record)).Where(moment => moment > engine.Now).Cast<DateTimeOffset?>().Min()
            : null;
    }

    /// <summary>Whether no task of the PRIMARY deployment is to be started, and nothing makes way for it.</summary>
    public static bool IsOnHold(ServiceState service) =>
        service.Primary.HasFailed || service.ServiceDeployments[^1] is { IsInProgress: true, Stage: < DeploymentStage.ScaleUp };

    /// <summary>Whether each revision is to have a number of tasks of its own.</summary>
    public static bool IsSideBySide(ServiceState service) =>
        service.ServiceDeployments[^1] is { IsInProgress: true } record && DeploymentStages.IsSideBySide(record.Stage, record.ShiftsTraffic);

    /// <summary>How many tasks a deployment is to have while revisions stand side by side.</summary>
    public static int Share(ServiceState service, DeploymentState deployment)
    {
        var isIn = deployment.IsPrimary ? service.ServiceDeployments[^1].Stage >= DeploymentStage.ScaleUp : deployment == Traffic.Source(service);
        return isIn ? service.Resource.DesiredCount ?? 0 : 0;
    }

    private static void Complete(EcsEngine engine, ServiceState service, ServiceDeploymentState record)
    {
        service.Primary.Complete(engine.Now);
        DeploymentBreaker.Completed(service);
        record.Complete(engine.Now);
        service.Publish(engine, ServiceEvents.Completed(service.Name, service.Primary.Id));
    }

    private static void Enter(EcsEngine engine, ServiceState service, ServiceDeploymentState record, DeploymentStage stage)
    {
        record.Resource.LifecycleStage = stage.ToWire();
        EnterStep(engine, service, record, 0);
    }

    private static void EnterStep(EcsEngine engine, ServiceState service, ServiceDeploymentState record, int step)
    {
        record.Step = step;
        record.StageBeganAt = engine.Now;
        record.Resource.UpdatedAt = engine.Now.UtcDateTime;
        LifecycleHooks.Begin(engine, record);
        if (record.ShiftsTraffic) Traffic.Follow(service, record);
    }

    private static bool IsOver(EcsEngine engine, ServiceState service, ServiceDeploymentState record) =>
        LifecycleHooks.HavePassed(record) && EndOfStage(engine, service, record) <= engine.Now && record.Stage switch
        {
            DeploymentStage.ReconcileService => !record.ShiftsTraffic || service.Deployments.Count <= 2,
            DeploymentStage.ScaleUp when record.ShiftsTraffic => service.Primary.HasReached(service.Resource.DesiredCount ?? 0),
            DeploymentStage.ScaleUp or DeploymentStage.CleanUp => service.HasReached,
            _ => true,
        };

    private static DateTimeOffset EndOfStage(EcsEngine engine, ServiceState service, ServiceDeploymentState record) => record.StageBeganAt!.Value + record.Stage switch
    {
        DeploymentStage.TestTrafficShift => engine.Timing.ShiftTraffic,
        DeploymentStage.ProductionTrafficShift => engine.Timing.ShiftTraffic + Traffic.Steps(record, service)[record.Step].Bake,
        DeploymentStage.BakeTime => TimeSpan.FromMinutes(record.Resource.DeploymentConfiguration?.BakeTimeInMinutes ?? 0),
        _ => TimeSpan.Zero,
    };
}
