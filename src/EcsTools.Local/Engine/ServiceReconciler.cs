using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine;

/// <summary>Brings a service nearer to what it should be, each time something has changed for it.</summary>
internal static class ServiceReconciler
{
    public static void Reconcile(EcsEngine engine, ServiceState service)
    {
        var plan = Plan(engine, service);
        Stop(engine, service, plan.Stop);
        Start(engine, service, plan.Start);
        if (plan.IsBlocked) service.Complain(engine, RollingUpdate.BlockedEvent(service.Name));
        Conclude(engine, service);
    }

    /// <summary>How to choose instances for a service, as its description says it.</summary>
    public static IReadOnlyList<PlacementStep> Strategy(ServiceState service) => service.Resource.PlacementStrategy is { Count: > 0 } steps
        ? steps.ConvertAll(step => PlacementStep.Parse(step.Type, step.Field))
        : PlacementStep.ServiceDefault;

    private static UpdatePlan<TaskState> Plan(EcsEngine engine, ServiceState service)
    {
        var desired = service.Resource.DesiredCount ?? 0;
        var configuration = service.Resource.DeploymentConfiguration;
        var request = new UpdateRequest
        {
            DesiredCount = desired,
            PrimaryDeploymentId = service.Primary.Id,
            Limits = DeploymentLimits.Of(
                desired,
                configuration?.MinimumHealthyPercent ?? DeploymentLimits.ReplicaMinimumHealthyPercent,
                configuration?.MaximumPercent ?? DeploymentLimits.ReplicaMaximumPercent),
            Strategy = Strategy(service),
        };
        var tasks = service.Deployments.SelectMany(deployment => deployment.Tasks).Where(task => !task.IsStopped).OrderBy(task => task.Number);
        return RollingUpdate.Plan<TaskState>(request, [.. tasks], engine.Random.Source());
    }

    private static void Stop(EcsEngine engine, ServiceState service, IReadOnlyList<TaskState> tasks)
    {
        if (tasks.Count == 0) return;
        service.IsSteady = false;
        foreach (var task in tasks)
            TaskLifecycle.Stop(engine, task, TaskStopCode.ServiceSchedulerInitiated, $"Scaling activity initiated by (deployment {task.DeploymentId})");
        service.AddEvent(engine, ServiceEvents.Stopped(service.Name, tasks));
    }

    private static void Start(EcsEngine engine, ServiceState service, int count)
    {
        service.WaitForCapacity(false);
        if (count == 0) return;
        service.IsSteady = false;
        var (started, failure) = Launch(service).Place(engine, count);
        if (started.Count > 0) service.AddEvent(engine, ServiceEvents.Started(service.Name, started));
        if (failure is null) return;
        service.WaitForCapacity(true);
        service.Complain(engine, failure.ServiceEvent(service.Name));
    }

    private static TaskLaunch Launch(ServiceState service)
    {
        var deployment = service.Primary.Resource;
        var definition = service.Cluster.Region.FindDefinition(deployment.TaskDefinition!)!;
        return new TaskLaunch
        {
            Cluster = service.Cluster,
            Definition = definition,
            LaunchType = deployment.LaunchType ?? LaunchType.Ec2,
            Group = service.Group,
            StartedBy = service.Primary.Id,
            Service = service,
            NetworkConfiguration = deployment.NetworkConfiguration,
            PlatformVersion = deployment.PlatformVersion,
            EnableExecuteCommand = service.Resource.EnableExecuteCommand ?? false,
            Tags = TaskTags.For(service, definition),
            Constraints = service.Resource.PlacementConstraints ?? [],
            Strategy = Strategy(service),
        };
    }

    private static void Conclude(EcsEngine engine, ServiceState service)
    {
        service.Deployments.RemoveAll(deployment => !deployment.IsPrimary && deployment.Counts.Alive == 0);
        var desired = service.Resource.DesiredCount ?? 0;
        foreach (var deployment in service.Deployments) SetDesired(engine, deployment, deployment.IsPrimary ? desired : deployment.Meant);

        var isReached = service.Deployments.Count == 1 && service.Primary.Counts.Running == desired && service.Primary.Counts.Alive == desired;
        if (!isReached) return;
        if (!service.IsActive) service.Deactivate();
        else if (!service.IsSteady) Settle(engine, service);
    }

    private static void SetDesired(EcsEngine engine, DeploymentState deployment, int desired)
    {
        if (deployment.Resource.DesiredCount == desired) return;
        deployment.Resource.DesiredCount = desired;
        deployment.Resource.UpdatedAt = engine.Now.UtcDateTime;
    }

    private static void Settle(EcsEngine engine, ServiceState service)
    {
        service.IsSteady = true;
        if (service.Primary.IsInProgress)
        {
            service.Primary.Resource.RolloutState = DeploymentRolloutState.Completed;
            service.Primary.Resource.RolloutStateReason = $"ECS deployment {service.Primary.Id} completed.";
            service.Primary.Resource.UpdatedAt = engine.Now.UtcDateTime;
            service.AddEvent(engine, ServiceEvents.Completed(service.Name, service.Primary.Id));
        }

        service.AddEvent(engine, ServiceEvents.Steady(service.Name));
    }
}
