using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Core;

/// <summary>Schedules those that may have something to do after a change elsewhere.</summary>
internal static class Wakeups
{
    /// <summary>The service of a task reconciles.</summary>
    public static void WakeService(this EcsEngine engine, TaskState task)
    {
        if (task.Service is { IsInactive: false } service) engine.Schedule(service, engine.Now);
    }

    /// <summary>The services of the tasks on an instance reconcile.</summary>
    public static void WakeServices(this EcsEngine engine, InstanceState instance)
    {
        foreach (var service in instance.Tasks
            .Where(task => !task.IsStopped)
            .Select(task => task.Service)
            .OfType<ServiceState>()
            .Distinct())
            engine.Schedule(service, engine.Now);
    }

    /// <summary>
    /// The DAEMON services of a cluster reconcile, because instances were added, removed or changed; before others use the capacity.
    /// </summary>
    public static void WakeDaemonServices(this EcsEngine engine, ClusterState cluster)
    {
        foreach (var service in cluster.Services.Values.Where(service => service is { IsDaemon: true, IsActive: true }))
            engine.Schedule(service, engine.Now);
    }

    /// <summary>Services in a steady state check whether they are still balanced over the Availability Zones.</summary>
    public static void WakeBalancedServices(this EcsEngine engine, ClusterState cluster)
    {
        foreach (var service in cluster.Services.Values.Where(service =>
            service.IsSteady && service.IsActive && service.Resource.AvailabilityZoneRebalancing == AvailabilityZoneRebalancing.Enabled))
            engine.Schedule(service, engine.Now + engine.Timing.PlacementRetry);
    }

    /// <summary>Services that found no instance try again, and capacity providers scale.</summary>
    public static void WakeWaiting(this EcsEngine engine, ClusterState cluster)
    {
        foreach (var capacity in cluster.Capacities.Values) engine.Schedule(capacity, engine.Now + engine.Timing.PlacementRetry);
        foreach (var service in cluster.Waiting.Values) engine.Schedule(service, engine.Now + engine.Timing.PlacementRetry);
    }
}
