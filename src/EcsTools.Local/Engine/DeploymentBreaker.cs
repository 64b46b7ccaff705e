using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine;

/// <summary>The circuit breaker of a deployment: counts the tasks that fail, and gives the deployment up.</summary>
internal static class DeploymentBreaker
{
    private const string TasksFailed = "ECS deployment circuit breaker: tasks failed to start.";

    /// <summary>The breaker of a deployment that begins.</summary>
    public static ServiceDeploymentCircuitBreaker Begin(Service service) =>
        Structure(Settings(service)?.Enable == true ? CircuitBreaker.Start(Threshold(service), Resets(service)) : CircuitBreaker.Disabled, service);

    /// <summary>A task of the PRIMARY deployment has failed.</summary>
    public static void TaskFailed(EcsEngine engine, ServiceState service)
    {
        service.Primary.Resource.FailedTasks++;
        if (Change(service, breaker => breaker.TaskFailed(service.Resource.DesiredCount ?? 0)).Status == CircuitBreakerStatus.Triggered && service.Primary.IsInProgress)
            GiveUp(engine, service);
    }

    /// <summary>A task of the PRIMARY deployment has become healthy.</summary>
    public static void TaskBecameHealthy(ServiceState service)
    {
        service.Primary.Resource.FailedTasks = 0;
        Change(service, breaker => breaker.TaskBecameHealthy());
    }

    /// <summary>The PRIMARY deployment has completed.</summary>
    public static void Completed(ServiceState service) => Change(service, breaker => breaker.DeploymentCompleted());

    private static void GiveUp(EcsEngine engine, ServiceState service)
    {
        var record = service.ServiceDeployments[^1];
        var isRollback = record.IsRollingBack;
        Deployments.Fail(engine, service, TasksFailed);
        service.AddEvent(engine, ServiceEvents.Failed(service.Name, service.Primary.Id));
        if (isRollback) record.Fail(engine, ServiceDeploymentStatus.RollbackFailed, TasksFailed);
        else if (Settings(service)?.Rollback != true) record.Fail(engine, ServiceDeploymentStatus.Stopped, TasksFailed);
        else if (service.LastCompleted is { } revision) RollBack(engine, service, record, revision);
        else record.Fail(engine, ServiceDeploymentStatus.RollbackFailed, $"{TasksFailed} There is no completed deployment to roll back to.");
    }

    private static void RollBack(EcsEngine engine, ServiceState service, ServiceDeploymentState record, string revisionArn)
    {
        record.RollBack(engine, revisionArn, ServiceDeploymentStatus.RollbackInProgress, TasksFailed);
        Deployments.RollBack(engine, service, revisionArn);
        service.Primary.Resource.RolloutStateReason = $"ECS deployment circuit breaker: rolling back to deploymentId {service.Primary.Id}.";
    }

    private static CircuitBreaker Change(ServiceState service, Func<CircuitBreaker, CircuitBreaker> change)
    {
        var deployment = service.Primary;
        var status = Enum.Parse<CircuitBreakerStatus>(deployment.Breaker.Status!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        var changed = change(CircuitBreaker.Resume(status, deployment.Breaker.FailureCount ?? 0, Threshold(service.Resource), Resets(service.Resource)));
        deployment.Breaker = Structure(changed, service.Resource);
        var record = service.ServiceDeployments[^1].Resource;
        if (record.TargetServiceRevision!.Arn == deployment.RevisionArn) record.DeploymentCircuitBreaker = deployment.Breaker;
        return changed;
    }

    private static ServiceDeploymentCircuitBreaker Structure(CircuitBreaker breaker, Service service) => new()
    {
        Status = breaker.Status switch
        {
            CircuitBreakerStatus.Disabled => ServiceDeploymentRollbackMonitorsStatus.Disabled,
            CircuitBreakerStatus.Monitoring => ServiceDeploymentRollbackMonitorsStatus.Monitoring,
            CircuitBreakerStatus.MonitoringComplete => ServiceDeploymentRollbackMonitorsStatus.MonitoringComplete,
            _ => ServiceDeploymentRollbackMonitorsStatus.Triggered,
        },
        FailureCount = breaker.FailureCount,
        Threshold = Threshold(service).For(service.DesiredCount ?? 0),
    };

    private static FailureThreshold Threshold(Service service) => Settings(service)?.ThresholdConfiguration is not { } threshold
        ? FailureThreshold.Default
        : new(
            threshold.Type switch
            {
                Model.ThresholdType.Count => Scheduling.Services.ThresholdType.Count,
                Model.ThresholdType.UnboundedPercent => Scheduling.Services.ThresholdType.UnboundedPercent,
                _ => Scheduling.Services.ThresholdType.BoundedPercent,
            },
            threshold.Value ?? 0);

    private static bool Resets(Service service) => Settings(service)?.ResetOnHealthyTask ?? true;

    private static DeploymentCircuitBreaker? Settings(Service service) => service.DeploymentConfiguration?.DeploymentCircuitBreaker;

    private static DeploymentCircuitBreaker? Settings(ServiceState service) => Settings(service.Resource);
}
