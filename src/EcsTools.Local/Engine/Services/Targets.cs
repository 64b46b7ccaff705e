using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>
/// The tasks of a service as targets of its load balancers: registered when they run, healthy a little later, draining when they are to
/// stop.
/// </summary>
internal static class Targets
{
    /// <summary>Registers what has come to run, and deregisters what is to stop.</summary>
    public static void Reconcile(EcsEngine engine, ServiceState service)
    {
        foreach (var source in service.Sources.Where(source => service.LoadBalancersOf(source).Count > 0))
        {
            Register(engine, service, source, [.. source.Tasks.Where(task =>
                task.Target == TargetHealth.Unused && task.IsRunning && task.IsDesiredRunning)]);
            Deregister(engine, service, source, [.. source.Tasks.Where(task =>
                task.Target is TargetHealth.Initial or TargetHealth.Healthy && !task.IsDesiredRunning)]);
        }
    }

    private static void Register(EcsEngine engine, ServiceState service, TaskSourceState source, List<TaskState> tasks)
    {
        if (tasks.Count == 0) return;
        foreach (var task in tasks)
        {
            task.SetTargetHealth(TargetHealth.Initial);
            engine.ScheduleOnly(task, engine.Timing.TargetPasses);
        }

        PublishTargets(engine, service, source, "registered", tasks.Count);
    }

    private static void Deregister(EcsEngine engine, ServiceState service, TaskSourceState source, List<TaskState> tasks)
    {
        if (tasks.Count == 0) return;
        foreach (var task in tasks) task.SetTargetHealth(TargetHealth.Draining);
        service.Publish(engine, ServiceEvents.Draining(service.Name, source, tasks.Count));
        PublishTargets(engine, service, source, "deregistered", tasks.Count);
    }

    private static void PublishTargets(EcsEngine engine, ServiceState service, TaskSourceState source, string done, int count)
    {
        foreach (var balancer in service.LoadBalancersOf(source))
            service.Publish(engine, ServiceEvents.Targets(service.Name, source, done, count, balancer));
    }
}
