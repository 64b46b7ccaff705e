namespace EcsTools.Local.Engine;

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

    /// <summary>Registers what has come to run, and deregisters what is to stop.</summary>
    public static void Follow(EcsEngine engine, ServiceState service)
    {
        var tasks = service.Sources.SelectMany(source => source.Tasks).Where(task => task.Target is not null).ToList();
        Register(engine, service, [.. tasks.Where(task => task.Target == Unused && task.IsRunning && task.IsMeantToRun)]);
        Deregister(engine, service, [.. tasks.Where(task => task.Target is Initial or Healthy && !task.IsMeantToRun)]);
    }

    /// <summary>The load balancers have found a task healthy.</summary>
    public static void Pass(EcsEngine engine, TaskState task)
    {
        task.Target = Healthy;
        TaskLifecycle.WakeService(engine, task);
    }

    /// <summary>Whether all that the service wants is found healthy.</summary>
    public static bool AreHealthy(ServiceState service) => !service.IsLoadBalanced || service.AliveTasks.All(task => task.IsHealthy);

    private static void Register(EcsEngine engine, ServiceState service, List<TaskState> tasks)
    {
        foreach (var task in tasks)
        {
            task.Target = Initial;
            engine.ScheduleOnly(task, Simulated.TargetPasses);
        }

        Say(engine, service, "registered", tasks.Count);
    }

    private static void Deregister(EcsEngine engine, ServiceState service, List<TaskState> tasks)
    {
        foreach (var task in tasks) task.Target = Draining;
        foreach (var deployment in tasks.GroupBy(task => task.DeploymentId!))
            service.AddEvent(engine, ServiceEvents.Draining(service.Name, deployment.Key, deployment.Count()));
        Say(engine, service, "deregistered", tasks.Count);
    }

    private static void Say(EcsEngine engine, ServiceState service, string done, int count)
    {
        if (count == 0) return;
        foreach (var balancer in service.Resource.LoadBalancers ?? [])
            service.AddEvent(engine, ServiceEvents.Targets(service.Name, done, count, balancer));
    }
}
