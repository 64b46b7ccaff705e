using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>Moves tasks of a settled service to emptier Availability Zones, one by one: the new one runs before the old one goes.</summary>
internal static class ZoneRebalancing
{
    /// <summary>Ends the wait for the new task of a move. Returns whether it is healthy, so that an old one can stop.</summary>
    public static bool HasArrived(ServiceState service)
    {
        if (service.MovingTask is null) return false;
        var task = service.Cluster.Tasks.Find(service.MovingTask);
        if (task is { IsDesiredRunning: true, IsHealthy: false }) return false;
        service.MovingTask = null;
        return task?.IsDesiredRunning == true;
    }

    /// <summary>Begins the next move of a service in a steady state, or publishes that it's balanced.</summary>
    public static void Continue(EcsEngine engine, ServiceState service)
    {
        if (!AppliesTo(service) || service.IsThrottled(engine.Now)) return;
        var tasks = service.Primary.Alive.ToList();
        if (ZoneBalance.Move(tasks, service.Cluster.Zones) is not null && ZoneBalance.Move(tasks, Open(service)) is { } move)
            Begin(engine, service, tasks, move);
        else if (service.IsRebalancing || tasks.Exists(task => task.ProtectedUntil is not null))
            Rest(engine, service, ZoneBalance.Count(tasks, Open(service)));
    }

    /// <summary>Whether the tasks of a service are to be kept balanced at all.</summary>
    public static bool AppliesTo(ServiceState service) =>
        service.Resource.AvailabilityZoneRebalancing == AvailabilityZoneRebalancing.Enabled
        && !service.Primary.HasFailed
        && !service.IsDaemon
        && service.Resource.DesiredCount > 1
        && service.Primary is { LaunchType: not LaunchType.Fargate, CapacityProviderStrategy: null or [] }
        && ZoneBalance.AppliesTo(PlacementPreferences.Of(service.Resource).Steps(isOfService: true));

    private static void Begin(EcsEngine engine, ServiceState service, List<TaskState> tasks, ZoneMove move)
    {
        if (tasks.Count + 1 > ServiceReconciler.Limits(service, service.Resource.DesiredCount ?? 0).Ceiling) return;
        if (!service.IsRebalancing)
            service.Publish(engine, ServiceEvents.Unbalanced(service.Name, ZoneBalance.Count(tasks, Open(service))));
        service.IsRebalancing = true;
        foreach (var zone in move.To)
        {
            var launch = ServiceReconciler.Launch(service, service.Primary);
            var (started, _) = (launch with { Preferences = launch.Preferences.In(zone) }).Place(engine, 1);
            if (started is [var task])
            {
                service.MovingTask = task.Id;
                service.Publish(engine, ServiceEvents.StartedToBalance(service.Name, task));
                return;
            }

            service.PublishWarning(engine, ServiceEvents.NoRoomInZone(service.Name, zone));
        }

        service.WaitForCapacity(true);
    }

    private static void Rest(EcsEngine engine, ServiceState service, IReadOnlyDictionary<string, int> zones)
    {
        // The other tasks are protected, or their zone is no longer used.
        if (!ZoneBalance.IsEven(zones)) ProtectionExpiry.WakeAtExpiry(engine, service);
        else if (service.IsRebalancing) service.Publish(engine, ServiceEvents.Balanced(service.Name, zones));
        service.IsRebalancing = false;
    }

    // The zones with an instance that could run a task of the service if it had room.
    private static HashSet<string> Open(ServiceState service)
    {
        var request = ServiceReconciler.Launch(service, service.Primary).Request();
        return service.Cluster.Registered.Where(instance =>
            instance is { IsActive: true, Zone: not null } && PlacementCheck.Suits(request, instance))
            .Select(instance => instance.Zone!).ToHashSet();
    }
}
