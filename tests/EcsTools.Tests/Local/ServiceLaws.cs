using EcsTools.Local.Api;
using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Local;

/// <summary>The invariants at every time of every history, and in the steady state.</summary>
internal sealed class ServiceLaws(EngineWorld world)
{
    private readonly Dictionary<string, HashSet<string>> started = [], stopped = [];

    /// <summary>Looks at the world after something has happened.</summary>
    public void Check()
    {
        var cluster = world.Cluster;
        foreach (var instance in cluster.Registered) CheckInstance(instance);
        foreach (var service in cluster.Services.Values.Where(service => service is { IsDaemon: false, IsRolledOutByEcs: true } && !service.ServiceDeployments[^1].ShiftsTraffic)) CheckPercents(service);
    }

    /// <summary>Looks at the world after a request, which may change what the percents are of.</summary>
    public void Forgive()
    {
        foreach (var service in world.Cluster.Services.Values) Remember(service);
    }

    /// <summary>Looks at a world in which nothing is left to happen.</summary>
    public void CheckSettled()
    {
        var cluster = world.Cluster;
        Assert.All(cluster.Tasks, task => Assert.Equal(task.Resource.DesiredStatus, task.Resource.LastStatus), throwIfEmpty: false);
        foreach (var service in cluster.Services.Values.Where(service => service.IsActive))
        {
            if (service.IsDaemon) CheckDaemon(service);
            else if (service is { IsSteady: true, IsWaitingForCapacity: false }) CheckZones(service);
        }
    }

    private static void CheckInstance(InstanceState instance)
    {
        IPlacementInstance left = instance;
        var held = instance.Tasks.Where(task => !task.IsStopped).ToList();
        Assert.True(left is { RemainingCpu: >= 0, RemainingMemoryMiB: >= 0, RemainingEnis: >= 0 }, "an instance is overcommitted");
        Assert.Equal(
            (1000 - held.Sum(task => task.Requirements.Cpu), 1000 - held.Sum(task => task.Requirements.MemoryMiB), Quotas.InterfacesPerInstance - held.Sum(task => task.Requirements.Enis)),
            (left.RemainingCpu, left.RemainingMemoryMiB, left.RemainingEnis));
        var ports = held.SelectMany(task => task.Requirements.HostPorts).ToList();
        Assert.Equal(ports.Count, ports.Distinct().Count());
    }

    private void CheckPercents(ServiceState service)
    {
        var alive = service.AliveTasks.ToList();
        var desired = service.Resource.DesiredCount ?? 0;
        var limits = ServiceReconciler.Limits(service, desired);
        var (before, ended) = (started.GetValueOrDefault(service.Name) ?? [], stopped.GetValueOrDefault(service.Name) ?? []);
        if (alive.Exists(task => !before.Contains(task.Id)))
            Assert.True(alive.Count <= limits.Ceiling, $"{alive.Count} tasks of {service.Name} are over the ceiling of {limits.Ceiling}");
        if (Told(service).Any(task => !ended.Contains(task.Id)))
        {
            var running = alive.Count(task => task is { IsRunning: true, IsDesiredRunning: true });
            Assert.True(running >= limits.Floor, $"{running} running tasks of {service.Name} are under the floor of {limits.Floor}");
        }

        Remember(service);
    }

    private void Remember(ServiceState service)
    {
        started[service.Name] = [.. service.AliveTasks.Select(task => task.Id)];
        stopped[service.Name] = [.. Told(service).Select(task => task.Id)];
    }

    // Those that were running until the scheduler stopped them.
    private static IEnumerable<TaskState> Told(ServiceState service) =>
        service.Sources.SelectMany(source => source.Tasks).Where(task => task.HasRun && task.Resource.StopCode == TaskStopCode.ServiceSchedulerInitiated);

    private static void CheckDaemon(ServiceState service)
    {
        if (service.Primary.HasFailed) return;
        foreach (var instance in service.Cluster.Registered)
        {
            var tasks = instance.Tasks.Count(task => !task.IsStopped && task.Service == service);
            var hasRoom = PlacementCheck.Obstacle(ServiceReconciler.Launch(service, service.Primary).Request(), instance) is null;
            Assert.True(instance.IsActive ? tasks == 1 || (tasks == 0 && !hasRoom) : tasks <= 1, $"{tasks} tasks of a daemon on one instance");
        }
    }

    private static void CheckZones(ServiceState service)
    {
        var desired = service.Resource.DesiredCount ?? 0;
        if (service.Primary.HasFailed) return; // it gets no more tasks, in whatever zone
        if (service.Resource.AvailabilityZoneRebalancing != AvailabilityZoneRebalancing.Enabled || ServiceReconciler.Limits(service, desired).Ceiling <= desired) return;
        var zones = service.Cluster.Registered.Where(instance => instance.IsActive).Select(instance => instance.Zone!);
        var counts = ZoneBalance.Count(service.AliveTasks, zones);
        Assert.True(ZoneBalance.IsEven(counts), $"{service.Name} is not balanced: {string.Join(' ', counts.Values)}");
    }
}
