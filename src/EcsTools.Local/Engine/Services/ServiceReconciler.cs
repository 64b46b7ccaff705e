using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>Brings a service nearer to what it should be, each time something has changed for it.</summary>
internal static class ServiceReconciler
{
    public static void Reconcile(EcsEngine engine, ServiceState service)
    {
        service.WaitForCapacity(false);
        service.IsBlockedByProtection = false;
        ProtectionExpiry.Expire(engine, service);
        Targets.Reconcile(engine, service);
        TaskOutcomes.Note(engine, service);
        if (service.IsRolledOutByEcs)
        {
            Rollout.Begin(engine, service);
            ReconcileTasks(engine, service);
            UpdateDeployments(engine, service);
        }
        else
        {
            foreach (var taskSet in service.TaskSets)
                ReconcileTasks(engine, service, taskSet, taskSet.Resource.ComputedDesiredCount ?? 0, taskSet.Alive);
            UpdateTaskSets(engine, service);
        }

        if (service.IsBlockedByProtection) ProtectionExpiry.WakeAtExpiry(engine, service);
        if (service.IsThrottled(engine.Now)) engine.Schedule(service, service.ThrottledUntil!.Value);
    }

    private static void ReconcileTasks(EcsEngine engine, ServiceState service)
    {
        if (service.IsDaemon)
        {
            DaemonScheduling.Reconcile(engine, service);
        }
        else if (Rollout.IsSideBySide(service))
        {
            foreach (var deployment in service.Deployments)
                ReconcileTasks(engine, service, deployment, Rollout.Share(service, deployment), deployment.Alive);
        }
        else
        {
            ReconcileTasks(
                engine, service, service.Primary, service.Resource.DesiredCount ?? 0, service.AliveTasks, Rollout.IsOnHold(service));
        }
    }

    /// <summary>How few and how many tasks a REPLICA service may have of so many.</summary>
    public static DeploymentLimits Limits(ServiceState service, int desired) => DeploymentLimits.Of(
        desired,
        service.Resource.DeploymentConfiguration?.MinimumHealthyPercent ?? DeploymentLimits.ReplicaMinimumHealthyPercent,
        service.Resource.DeploymentConfiguration?.MaximumPercent ?? DeploymentLimits.ReplicaMaximumPercent);

    /// <summary>Takes the step that brings these tasks nearer to so many of one source.</summary>
    private static void ReconcileTasks(
        EcsEngine engine, ServiceState service, TaskSourceState source, int desired, IEnumerable<TaskState> tasks, bool isOnHold = false)
    {
        var isMove = service.IsRolledOutByEcs && ZoneRebalancing.HasArrived(service);
        var request = new UpdateRequest
        {
            DesiredCount = desired + (service.MovingTask is null ? 0 : 1),
            PrimaryDeploymentId = source.Id,
            IsOnHold = isOnHold,
            Limits = Limits(service, desired),
            Strategy = PlacementPreferences.Of(service.Resource).Steps(isOfService: true),
        };
        var plan = RollingUpdate.Plan<TaskState>(request, [.. tasks], engine.Random.Source());
        Stop(engine, service, source, plan.Stop, isMove);
        if (plan.Start > 0 && !service.IsThrottled(engine.Now))
        {
            var (started, failure) = Launch(service, source).Place(engine, plan.Start);
            Started(engine, service, source, started, failure);
        }

        if (plan.IsBlocked) service.PublishWarning(engine, RollingUpdate.BlockedEvent(service.Name));
        if (plan.IsOverprotected) service.PublishWarning(engine, RollingUpdate.OverprotectedEvent(service.Name));
        service.IsBlockedByProtection |= plan.IsBlockedByProtection;
    }

    /// <summary>Stops tasks, and publishes an event.</summary>
    public static void Stop(
        EcsEngine engine, ServiceState service, TaskSourceState source, IReadOnlyList<TaskState> tasks, bool isMove = false)
    {
        if (tasks.Count == 0) return;
        service.IsSteady = false;
        foreach (var task in tasks)
            TaskEnding.Stop(engine, task, TaskStopCode.ServiceSchedulerInitiated, ServiceEvents.StoppedReason(task));
        service.Publish(
            engine, isMove ? ServiceEvents.StoppedToBalance(service.Name, tasks) : ServiceEvents.Stopped(service.Name, source, tasks));
    }

    /// <summary>Returns which tasks were started, and why others could not be.</summary>
    public static void Started(
        EcsEngine engine, ServiceState service, TaskSourceState source, IReadOnlyList<TaskState> tasks, PlacementFailure? failure)
    {
        service.IsSteady = false;
        if (tasks.Count > 0) service.Publish(engine, ServiceEvents.Started(service.Name, source, tasks));
        if (failure is null) return;
        service.WaitForCapacity(true);
        service.PublishWarning(engine, failure.ServiceEvent(service.Name));
    }

    /// <summary>A task of a deployment or task set.</summary>
    public static TaskLaunch Launch(ServiceState service, TaskSourceState source)
    {
        var definition = service.Cluster.Region.FindDefinition(source.TaskDefinition)!;
        return new TaskLaunch
        {
            Cluster = service.Cluster,
            Definition = definition,
            LaunchType = source.LaunchType,
            CapacityProviderStrategy = source.CapacityProviderStrategy ?? [],
            Group = service.Group,
            StartedBy = source.Id,
            Service = service,
            Source = source,
            NetworkConfiguration = source.NetworkConfiguration,
            PlatformVersion = source.PlatformVersion,
            EnableExecuteCommand = service.Resource.EnableExecuteCommand ?? false,
            Tags = TaskTags.For(service, definition),
            Preferences = PlacementPreferences.Of(service.Resource, source.NetworkConfiguration),
        };
    }

    private static void UpdateDeployments(EcsEngine engine, ServiceState service)
    {
        service.Deployments.RemoveAll(deployment =>
            deployment.Counts.Alive == 0 && !deployment.IsPrimary
                && !(Rollout.IsSideBySide(service) && Rollout.Share(service, deployment) > 0));
        var desired = service.Resource.DesiredCount ?? 0;
        foreach (var deployment in service.Deployments)
            SetDesired(engine, deployment, deployment.IsPrimary ? desired : deployment.DesiredRunning);
        if (Rollout.Advance(engine, service)) engine.Schedule(service, engine.Now);
        if (Rollout.NextMoment(engine, service) is { } moment) engine.Schedule(service, moment);

        if (!service.HasReached) return;
        if (!service.IsActive)
        {
            service.Deactivate();
        }
        else if (!service.IsSteady && !service.Primary.IsInProgress)
        {
            service.IsSteady = true;
            service.Publish(engine, ServiceEvents.Steady(service.Name));
        }

        if (service is { IsActive: true, IsSteady: true }) ZoneRebalancing.Continue(engine, service);
    }

    private static void UpdateTaskSets(EcsEngine engine, ServiceState service)
    {
        service.TaskSets.RemoveAll(taskSet => taskSet.IsDraining && taskSet.Counts.Alive == 0);
        foreach (var taskSet in service.TaskSets) taskSet.SetStability(engine.Now);
        if (!service.IsActive)
        {
            if (service.TaskSets.Count == 0) service.Deactivate();
        }
        else if (!service.IsSteady && service.TaskSets.TrueForAll(taskSet => taskSet.IsSteady))
        {
            service.IsSteady = true;
            service.Publish(engine, ServiceEvents.Steady(service.Name));
        }
    }

    private static void SetDesired(EcsEngine engine, DeploymentState deployment, int desired)
    {
        if (deployment.Resource.DesiredCount == desired) return;
        deployment.Resource.DesiredCount = desired;
        deployment.Resource.UpdatedAt = engine.Now.UtcDateTime;
    }
}
