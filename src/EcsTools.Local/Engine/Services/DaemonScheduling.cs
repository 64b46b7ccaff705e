using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>Keeps one task of a service of the strategy DAEMON on every instance that is to have one.</summary>
internal static class DaemonScheduling
{
    public static void Reconcile(EcsEngine engine, ServiceState service)
    {
        var launch = ServiceReconciler.Launch(service, service.Primary);
        var request = launch.Request();
        var instances = service.IsActive
            ? service.Cluster.Pool.Instances.Where(instance => instance.IsActive && PlacementCheck.Suits(request, instance)).ToList()
            : [];
        service.Resource.DesiredCount = instances.Count;
        var minimum = service.Resource.DeploymentConfiguration?.MinimumHealthyPercent ?? DeploymentLimits.DaemonMinimumHealthyPercent;
        var plan = DaemonUpdate.Plan<InstanceState, TaskState>(
            instances, service.Primary.Id, minimum, [.. service.AliveTasks.Where(task => !IsNeeded(task))], Rollout.IsOnHold(service));
        ServiceReconciler.Stop(engine, service, service.Primary, plan.Stop);
        if (plan.StartOn.Count > 0 && !service.IsThrottled(engine.Now)) Start(engine, service, launch, request, plan.StartOn);
    }

    // Tasks on draining instances are kept, unless the service itself is deleted.
    private static bool IsNeeded(TaskState task) =>
        task is { Service.IsActive: true, Instance: { IsActive: false } draining }
        && draining.Tasks.Any(other => !other.IsStopped && other.Service is not { IsDaemon: true });

    private static void Start(
        EcsEngine engine, ServiceState service, TaskLaunch launch, PlacementRequest request, IReadOnlyList<InstanceState> instances)
    {
        var started = new List<TaskState>();
        var refusals = new List<PlacementRefusal>();
        foreach (var instance in instances)
        {
            if (PlacementCheck.Obstacle(request, instance) is { } obstacle) refusals.Add(new(instance, obstacle));
            else started.Add(launch.Start(engine, instance));
        }

        ServiceReconciler.Started(engine, service, service.Primary, started, refusals.Count == 0 ? null : new PlacementFailure(refusals));
    }
}
