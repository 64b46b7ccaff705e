using EcsTools.Local.Api.Logs;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>
/// Places the tasks of a capacity provider on its own instances. Without free capacity, a task waits in PROVISIONING: for instances that
/// managed scaling brings, else only for a moment, after which it has failed to start.
/// </summary>
internal static class ProviderPlacement
{
    /// <summary>Starts up to so many tasks. A service does not start what can only fail.</summary>
    public static (IReadOnlyList<TaskState> Started, PlacementFailure? Failure) Place(EcsEngine engine, TaskLaunch launch, int count)
    {
        var cluster = launch.Cluster;
        var placer = new TaskPlacer<InstanceState>(launch.Request(), cluster.PoolOf(launch.CapacityProvider!), engine.Random.Source());
        var isScaled = cluster.Region.FindCapacityProvider(launch.CapacityProvider!)!.IsScaled();
        var started = new List<TaskState>(count);
        while (started.Count < count)
        {
            if (placer.Next() is { } instance) started.Add(launch.Start(engine, instance));
            else if (cluster.Unplaced.Count >= Quotas.ProvisioningTasks) return (started, PlacementFailure.OverLimit);
            else if (isScaled || launch.Service is null) started.Add(launch.Wait(engine));
            else return (started, placer.Failure() with { IsInProvider = true });
        }

        return (started, null);
    }

    /// <summary>Lets a task wait for an instance.</summary>
    public static void Begin(EcsEngine engine, TaskState task)
    {
        if (IsScaled(task))
            engine.Schedule(task.Cluster.CapacityOf(task.Resource.CapacityProviderName!), engine.Now + engine.Timing.PlacementRetry);
        else engine.ScheduleOnly(task, engine.Timing.PlacementRetry);
    }

    /// <summary>Gives up a task that nothing brings an instance for, unless there is room by now.</summary>
    public static void End(EcsEngine engine, TaskState task)
    {
        if (!IsScaled(task) && TryPlace(engine, task) is { } failure)
            TaskEnding.Stop(engine, task, TaskStopCode.TaskFailedToStart, $"TaskFailedToStart: {Reason(task, failure)}");
    }

    /// <summary>Places a waiting task if there is capacity now, or returns the reason.</summary>
    public static PlacementFailure? TryPlace(EcsEngine engine, TaskState task)
    {
        var placer = new TaskPlacer<InstanceState>(
            task.Request(), task.Cluster.PoolOf(task.Resource.CapacityProviderName!), engine.Random.Source());
        if (placer.Next() is not { } instance) return placer.Failure();
        task.PlaceOn(instance);
        if (!task.HasInterface) task.TransitionTo(LastStatus.Pending);
        TaskLifecycle.Begin(engine, task);
        return null;
    }

    private static bool IsScaled(TaskState task) =>
        task.Cluster.Region.FindCapacityProvider(task.Resource.CapacityProviderName!)!.IsScaled();

    private static string Reason(TaskState task, PlacementFailure failure) => failure.Closest is { } closest
        ? closest.Obstacle.FailureReason().TrimEnd('.')
        : task.Cluster.InstancesOf(task.Resource.CapacityProviderName!).Count == 0 ? "EMPTY CAPACITY PROVIDER" : "NO ACTIVE INSTANCES";
}
