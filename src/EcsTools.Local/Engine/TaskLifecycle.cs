using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>Takes a task through its states, one step each time it is due.</summary>
internal static class TaskLifecycle
{
    /// <summary>Why a task stops whose essential container has ended.</summary>
    public const string EssentialExited = "Essential container in task exited";

    public static void Begin(EcsEngine engine, TaskState task) =>
        engine.ScheduleOnly(task, task.HasInterface ? Simulated.AttachInterface : Simulated.AgentReacts);

    /// <summary>Takes the next step.</summary>
    public static void Continue(EcsEngine engine, TaskState task)
    {
        switch (task.Resource.LastStatus)
        {
            case LastStatus.Provisioning: Attached(engine, task); break;
            case LastStatus.Pending or LastStatus.Activating when !task.IsMeantToRun: StopContainers(engine, task); break;
            case LastStatus.Pending when task.Resource.PullStartedAt is null: StartPull(engine, task); break;
            case LastStatus.Pending when task.Resource.PullStoppedAt is null: StartContainers(engine, task); break;
            case LastStatus.Pending or LastStatus.Activating when task.Followed is not null: ContainerLifecycle.Advance(engine, task); break;
            case LastStatus.Pending or LastStatus.Activating: Run(engine, task); break;
            case LastStatus.Running when task.IsMeantToRun: Targets.Pass(engine, task); break;
            case LastStatus.Running when HasTargets(task): Deactivate(engine, task); break;
            case LastStatus.Running or LastStatus.Deactivating: StopContainers(engine, task); break;
            case LastStatus.Stopping: Exited(engine, task); break;
            case LastStatus.Deprovisioning: Stopped(engine, task); break;
            case LastStatus.Stopped: Forget(task); break;
        }
    }

    /// <summary>What a task stops with that has ended by itself: whether it ever ran decides.</summary>
    public static string CodeOfFailure(TaskState task) =>
        task.Resource.StartedAt is null ? TaskStopCode.TaskFailedToStart : TaskStopCode.EssentialContainerExited;

    /// <summary>Asks a task to stop. One whose containers do not run yet has nothing to wait for.</summary>
    public static void Stop(EcsEngine engine, TaskState task, string code, string reason)
    {
        if (!task.IsMeantToRun) return;
        Told(engine, task, code, reason);
        if (task.IsRunning || task.Followed?.Exists(container => container.IsRunning) == true)
        {
            task.Become(task.Resource.LastStatus!, DesiredStatus.Stopped);
            engine.ScheduleOnly(task, Simulated.AgentReacts);
            WakeService(engine, task);
        }
        else
        {
            EndContainers(task, null);
            Deprovision(engine, task);
        }
    }

    /// <summary>Gives a task up with its instance: nobody is left to stop its containers or to tell how they ended.</summary>
    public static void Abandon(EcsEngine engine, TaskState task, string code, string reason)
    {
        if (task.IsStopped) return;
        if (task.IsMeantToRun) Told(engine, task, code, reason);
        EndContainers(task, null);
        Stopped(engine, task);
    }

    /// <summary>Ends a task whose containers have ended by themselves.</summary>
    public static void End(EcsEngine engine, TaskState task, string code, string reason)
    {
        if (task.IsMeantToRun) Told(engine, task, code, reason);
        task.Resource.ExecutionStoppedAt ??= engine.Now.UtcDateTime;
        EndContainers(task, null);
        Deprovision(engine, task);
    }

    private static void Told(EcsEngine engine, TaskState task, string code, string reason)
    {
        task.Resource.StoppingAt = engine.Now.UtcDateTime;
        task.Resource.StopCode = code;
        task.Resource.StoppedReason = reason;
    }

    /// <summary>The network interface is there.</summary>
    public static void Attached(EcsEngine engine, TaskState task)
    {
        TaskInterface.Become(task.Resource, TaskInterface.IsAttached);
        task.Become(LastStatus.Pending);
        engine.ScheduleOnly(task, Simulated.AgentReacts);
    }

    private static void StartPull(EcsEngine engine, TaskState task)
    {
        Connect(engine, task.Resource);
        task.Resource.PullStartedAt = engine.Now.UtcDateTime;
        task.Become(LastStatus.Pending);
        engine.ScheduleOnly(task, task.Followed?.Max(container => container.Conduct.PullTime ?? Simulated.Pull) ?? Simulated.Pull);
    }

    private static void StartContainers(EcsEngine engine, TaskState task)
    {
        task.Resource.PullStoppedAt = engine.Now.UtcDateTime;
        task.Become(task.HasInterface || HasTargets(task) ? LastStatus.Activating : LastStatus.Pending);
        if (task.Followed is null) engine.ScheduleOnly(task, Simulated.Start);
        else StartEach(engine, task, task.Followed);
    }

    private static void StartEach(EcsEngine engine, TaskState task, List<ContainerState> containers)
    {
        foreach (var container in containers.Where(container => container.Conduct.PullError is not null && task.IsMeantToRun))
            ContainerLifecycle.FailPull(engine, container);
        ContainerLifecycle.Advance(engine, task);
    }

    /// <summary>The containers run.</summary>
    public static void Run(EcsEngine engine, TaskState task)
    {
        task.Resource.StartedAt = engine.Now.UtcDateTime;
        task.Resource.Containers = task.Resource.Containers?.ConvertAll(container => Running(engine, task, container));
        task.Become(LastStatus.Running);
        WakeService(engine, task);
    }

    private static Container Running(EcsEngine engine, TaskState task, Container container)
    {
        if (container.LastStatus == LastStatus.Stopped) return container;
        var running = container.Copy();
        RunningContainer.Show(engine, task, running);
        return running;
    }

    private static void Deactivate(EcsEngine engine, TaskState task)
    {
        task.Become(LastStatus.Deactivating);
        engine.ScheduleOnly(task, Simulated.DeregisterTargets);
    }

    private static void StopContainers(EcsEngine engine, TaskState task)
    {
        task.Become(LastStatus.Stopping);
        if (task.Followed is null) engine.ScheduleOnly(task, Simulated.Stop);
        else ContainerLifecycle.Stop(engine, task);
    }

    /// <summary>The containers have ended as they were told to.</summary>
    public static void Exited(EcsEngine engine, TaskState task)
    {
        task.Resource.ExecutionStoppedAt ??= engine.Now.UtcDateTime;
        var definitions = task.Definition.Resource.ContainerDefinitions ?? [];
        EndContainers(task, task.Followed is null ? container => StopSignals.ExitCode(definitions.Find(definition => definition.Name == container.Name)) : null);
        Deprovision(engine, task);
    }

    private static void EndContainers(TaskState task, Func<Container, int>? exitCode)
    {
        foreach (var container in task.Followed ?? []) container.End();
        task.Resource.Containers = task.Resource.Containers?.ConvertAll(container =>
        {
            if (container.LastStatus == LastStatus.Stopped) return container;
            var ended = container.Copy();
            ended.LastStatus = LastStatus.Stopped;
            ended.ExitCode = exitCode?.Invoke(container);
            return ended;
        });
    }

    private static void Deprovision(EcsEngine engine, TaskState task)
    {
        if (!task.HasInterface)
        {
            Stopped(engine, task);
            return;
        }

        task.Become(LastStatus.Deprovisioning, DesiredStatus.Stopped);
        engine.ScheduleOnly(task, Simulated.DetachInterface);
        WakeService(engine, task);
    }

    // Every task ends here, whatever ended it. One without StartedAt never ran.
    private static void Stopped(EcsEngine engine, TaskState task)
    {
        TaskInterface.Become(task.Resource, "DELETED");
        task.Resource.StoppedAt = engine.Now.UtcDateTime;
        task.Become(LastStatus.Stopped, DesiredStatus.Stopped);
        engine.ScheduleOnly(task, Simulated.Remembered);
        WakeService(engine, task);
        task.Cluster.CapacityFreed(engine);
        if (task.Instance is { IsActive: false } draining) draining.WakeServices(engine);
    }

    private static void Forget(TaskState task)
    {
        task.Cluster.Tasks.Remove(task);
        task.Instance?.Tasks.Remove(task);
        task.Source?.Tasks.Remove(task);
    }

    private static void Connect(EcsEngine engine, EcsTask task)
    {
        task.Connectivity = Connectivity.Connected;
        task.ConnectivityAt = engine.Now.UtcDateTime;
    }

    private static bool HasTargets(TaskState task)
    {
        var registries = task.Source is TaskSetState { Resource: var taskSet } ? taskSet.ServiceRegistries : task.Service?.Resource.ServiceRegistries;
        return task.Target is not null || registries is { Count: > 0 };
    }

    /// <summary>Lets the task's service look at what has changed.</summary>
    public static void WakeService(EcsEngine engine, TaskState task)
    {
        if (task.Service is { IsInactive: false } service) engine.Schedule(service, engine.Now);
    }
}
