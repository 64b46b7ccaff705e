using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>The tasks of a service as targets of its load balancers: registered when they run, healthy a little later, draining when they are to stop.</summary>
internal static class Targets
{
    /// <summary>Not registered yet.</summary>
    public const string Unused = "unused";

    /// <summary>Registered, and not found healthy yet.</summary>
    public const string Initial = "initial";

    public const string Healthy = "healthy";

    /// <summary>Deregistered.</summary>
    public const string Draining = "draining";

    /// <summary>The load balancers that the tasks of a deployment or task set stand behind.</summary>
    public static IReadOnlyList<LoadBalancer> Balancers(ServiceState service, TaskSourceState source) =>
        (source is TaskSetState taskSet ? taskSet.Resource.LoadBalancers : service.Resource.LoadBalancers) ?? [];

    /// <summary>Registers what has come to run, and deregisters what is to stop.</summary>
    public static void Follow(EcsEngine engine, ServiceState service)
    {
        foreach (var source in service.Sources.Where(source => Balancers(service, source).Count > 0))
        {
            Register(engine, service, source, [.. source.Tasks.Where(task => task.Target == Unused && task.IsRunning && task.IsMeantToRun)]);
            Deregister(engine, service, source, [.. source.Tasks.Where(task => task.Target is Initial or Healthy && !task.IsMeantToRun)]);
        }
    }

    /// <summary>The load balancers have found a task healthy.</summary>
    public static void Pass(EcsEngine engine, TaskState task)
    {
        task.BecomeTarget(Healthy);
        TaskLifecycle.WakeService(engine, task);
    }

    private static void Register(EcsEngine engine, ServiceState service, TaskSourceState source, List<TaskState> tasks)
    {
        if (tasks.Count == 0) return;
        foreach (var task in tasks)
        {
            task.BecomeTarget(Initial);
            engine.ScheduleOnly(task, engine.Timing.TargetPasses);
        }

        Say(engine, service, source, "registered", tasks.Count);
    }

    private static void Deregister(EcsEngine engine, ServiceState service, TaskSourceState source, List<TaskState> tasks)
    {
        if (tasks.Count == 0) return;
        foreach (var task in tasks) task.BecomeTarget(Draining);
        service.AddEvent(engine, ServiceEvents.Draining(service.Name, source, tasks.Count));
        Say(engine, service, source, "deregistered", tasks.Count);
    }

    private static void Say(EcsEngine engine, ServiceState service, TaskSourceState source, string done, int count)
    {
        foreach (var balancer in Balancers(service, source)) service.AddEvent(engine, ServiceEvents.Targets(service.Name, source, done, count, balancer));
    }
}
