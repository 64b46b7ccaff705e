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
        var serviceDeployment = service.ServiceDeployments[^1];
        if (serviceDeployment.Begin(engine.Now))
            Enter(engine, service, serviceDeployment, DeploymentStages.First(service.Deployments.Count));
    }

    /// <summary>Takes the deployment as far as it can go now. Returns whether it made progress.</summary>
    public static bool Advance(EcsEngine engine, ServiceState service)
    {
        var serviceDeployment = service.ServiceDeployments[^1];
        var isFurther = false;
        while (serviceDeployment.IsInProgress)
        {
            LifecycleHooks.Pass(engine, service, serviceDeployment);
            if (!serviceDeployment.IsInProgress || !IsStageFinished(engine, service, serviceDeployment)) break;
            isFurther = true;
            if (serviceDeployment.Stage == DeploymentStage.ProductionTrafficShift
                && serviceDeployment.Step + 1 < Traffic.Steps(serviceDeployment, service).Count)
                EnterStep(engine, service, serviceDeployment, serviceDeployment.Step + 1);
            else if (DeploymentStages.After(serviceDeployment.Stage, serviceDeployment.ShiftsTraffic) is { } next)
                Enter(engine, service, serviceDeployment, next);
            else Complete(engine, service, serviceDeployment);
        }

        if (serviceDeployment.IsRollingBack && service.HasReached && service.Primary.IsInProgress)
            Complete(engine, service, serviceDeployment);
        return isFurther;
    }

    /// <summary>When the stage is over, or one of its hooks has ended; null when only a change from outside moves it.</summary>
    public static DateTimeOffset? NextMoment(EcsEngine engine, ServiceState service)
    {
        var serviceDeployment = service.ServiceDeployments[^1];
        return serviceDeployment.IsInProgress
            ? LifecycleHooks.Moments(engine, serviceDeployment)
                .Append(EndOfStage(engine, service, serviceDeployment))
                .Where(moment => moment > engine.Now)
                .Cast<DateTimeOffset?>()
                .Min()
            : null;
    }

    /// <summary>Whether no task of the PRIMARY deployment is to be started, and nothing makes way for it.</summary>
    public static bool IsOnHold(ServiceState service) =>
        service.Primary.HasFailed || service.ServiceDeployments[^1] is { IsInProgress: true, Stage: < DeploymentStage.ScaleUp };

    /// <summary>Whether each revision is to have a number of tasks of its own.</summary>
    public static bool IsSideBySide(ServiceState service) =>
        service.ServiceDeployments[^1] is { IsInProgress: true } serviceDeployment
            && DeploymentStages.IsSideBySide(serviceDeployment.Stage, serviceDeployment.ShiftsTraffic);

    /// <summary>How many tasks a deployment is to have while revisions stand side by side.</summary>
    public static int Share(ServiceState service, DeploymentState deployment)
    {
        var isIn = deployment.IsPrimary
            ? service.ServiceDeployments[^1].Stage >= DeploymentStage.ScaleUp
            : deployment == Traffic.Source(service);
        return isIn ? service.Resource.DesiredCount ?? 0 : 0;
    }

    private static void Complete(EcsEngine engine, ServiceState service, ServiceDeploymentState serviceDeployment)
    {
        service.Primary.Complete(engine.Now);
        DeploymentBreaker.Completed(service);
        serviceDeployment.Complete(engine.Now);
        service.Publish(engine, ServiceEvents.Completed(service.Name, service.Primary.Id));
    }

    private static void Enter(EcsEngine engine, ServiceState service, ServiceDeploymentState serviceDeployment, DeploymentStage stage)
    {
        serviceDeployment.Resource.LifecycleStage = stage.ToWire();
        EnterStep(engine, service, serviceDeployment, 0);
    }

    private static void EnterStep(EcsEngine engine, ServiceState service, ServiceDeploymentState serviceDeployment, int step)
    {
        serviceDeployment.Step = step;
        serviceDeployment.StageBeganAt = engine.Now;
        serviceDeployment.Resource.UpdatedAt = engine.Now.UtcDateTime;
        LifecycleHooks.Begin(engine, serviceDeployment);
        if (serviceDeployment.ShiftsTraffic) Traffic.Apply(service, serviceDeployment);
    }

    private static bool IsStageFinished(EcsEngine engine, ServiceState service, ServiceDeploymentState serviceDeployment) =>
        LifecycleHooks.HavePassed(serviceDeployment)
        && EndOfStage(engine, service, serviceDeployment) <= engine.Now
        && serviceDeployment.Stage switch
        {
            DeploymentStage.ReconcileService => !serviceDeployment.ShiftsTraffic || service.Deployments.Count <= 2,
            DeploymentStage.ScaleUp when serviceDeployment.ShiftsTraffic => service.Primary.HasReached(service.Resource.DesiredCount ?? 0),
            DeploymentStage.ScaleUp or DeploymentStage.CleanUp => service.HasReached,
            _ => true,
        };

    private static DateTimeOffset EndOfStage(EcsEngine engine, ServiceState service, ServiceDeploymentState serviceDeployment) =>
        serviceDeployment.StageBeganAt!.Value + serviceDeployment.Stage switch
        {
            DeploymentStage.TestTrafficShift => engine.Timing.ShiftTraffic,
            DeploymentStage.ProductionTrafficShift =>
                engine.Timing.ShiftTraffic + Traffic.Steps(serviceDeployment, service)[serviceDeployment.Step].Bake,
            DeploymentStage.BakeTime => TimeSpan.FromMinutes(serviceDeployment.Resource.DeploymentConfiguration?.BakeTimeInMinutes ?? 0),
            _ => TimeSpan.Zero,
        };
}
