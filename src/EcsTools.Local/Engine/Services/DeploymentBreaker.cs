using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>The circuit breaker of a deployment: counts the tasks that fail, and gives the deployment up.</summary>
internal static class DeploymentBreaker
{
    private const string TasksFailed = "ECS deployment circuit breaker: tasks failed to start.";

    /// <summary>The breaker of a deployment that begins.</summary>
    public static ServiceDeploymentCircuitBreaker Begin(Service service) =>
        Structure(
            Settings(service)?.Enable == true ? CircuitBreaker.Start(Threshold(service), Resets(service)) : CircuitBreaker.Disabled,
            service);

    /// <summary>A task of the PRIMARY deployment has failed.</summary>
    public static void TaskFailed(EcsEngine engine, ServiceState service)
    {
        service.Primary.Resource.FailedTasks++;
        if (Change(service, breaker => breaker.TaskFailed(service.Resource.DesiredCount ?? 0)).Status == CircuitBreakerStatus.Triggered
            && service.Primary.IsInProgress)
            FailDeployment(engine, service);
    }

    /// <summary>A task of the PRIMARY deployment has become healthy.</summary>
    public static void TaskBecameHealthy(ServiceState service)
    {
        service.Primary.Resource.FailedTasks = 0;
        Change(service, breaker => breaker.TaskBecameHealthy());
    }

    /// <summary>The PRIMARY deployment has completed.</summary>
    public static void Completed(ServiceState service) => Change(service, breaker => breaker.DeploymentCompleted());

    private static void FailDeployment(EcsEngine engine, ServiceState service)
    {
        service.Publish(engine, ServiceEvents.Failed(service.Name, service.Primary.Id));
        if (service.ServiceDeployments[^1].IsRollingBack)
            Rollbacks.Decline(engine, service, ServiceDeploymentStatus.RollbackFailed, TasksFailed);
        else if (Settings(service.Resource)?.Rollback != true)
            Rollbacks.Decline(engine, service, ServiceDeploymentStatus.Stopped, TasksFailed);
        else Rollbacks.Begin(engine, service, service.LastCompleted, ServiceDeploymentStatus.RollbackInProgress, TasksFailed);
        if (service.Primary.IsInProgress)
            service.Primary.Resource.RolloutStateReason =
                $"ECS deployment circuit breaker: rolling back to deploymentId {service.Primary.Id}.";
    }

    private static CircuitBreaker Change(ServiceState service, Func<CircuitBreaker, CircuitBreaker> change)
    {
        var deployment = service.Primary;
        var status = WireNames.FromWire<CircuitBreakerStatus>(deployment.Breaker.Status);
        var before = CircuitBreaker.Resume(
            status, deployment.Breaker.FailureCount ?? 0, Threshold(service.Resource), Resets(service.Resource));
        var changed = change(before);
        if (changed != before || deployment.Breaker.Threshold != Limit(service.Resource))
            deployment.Breaker = Structure(changed, service.Resource);
        var serviceDeployment = service.ServiceDeployments[^1].Resource;
        if (serviceDeployment.TargetServiceRevision!.Arn == deployment.RevisionArn)
            serviceDeployment.DeploymentCircuitBreaker = deployment.Breaker;
        return changed;
    }

    private static ServiceDeploymentCircuitBreaker Structure(CircuitBreaker breaker, Service service) => new()
    {
        Status = breaker.Status.ToWire(),
        FailureCount = breaker.FailureCount,
        Threshold = Limit(service),
    };

    /// <summary>How many tasks may fail.</summary>
    private static int Limit(Service service) => Threshold(service).For(service.DesiredCount ?? 0);

    private static FailureThreshold Threshold(Service service) => Settings(service)?.ThresholdConfiguration is not { } threshold
        ? FailureThreshold.Default
        : new(WireNames.FromWire<Scheduling.Services.ThresholdType>(threshold.Type), threshold.Value ?? 0);

    private static bool Resets(Service service) => Settings(service)?.ResetOnHealthyTask ?? true;

    private static DeploymentCircuitBreaker? Settings(Service service) => service.DeploymentConfiguration?.DeploymentCircuitBreaker;
}
