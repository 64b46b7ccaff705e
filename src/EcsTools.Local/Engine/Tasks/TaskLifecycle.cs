using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>
/// Takes a task through its states, one step each time it is due: until it runs; from there <see cref="TaskEnding"/> takes it on.
/// </summary>
internal static class TaskLifecycle
{
    public static void Begin(EcsEngine engine, TaskState task) =>
        engine.ScheduleOnly(task, task.HasInterface ? engine.Timing.AttachInterface : engine.Timing.AgentReacts);

    /// <summary>Takes the next step.</summary>
    public static void Continue(EcsEngine engine, TaskState task)
    {
        switch (task.Resource.LastStatus)
        {
            case LastStatus.Provisioning: Attached(engine, task); break;
            case LastStatus.Pending or LastStatus.Activating when !task.IsDesiredRunning: TaskEnding.StopContainers(engine, task); break;
            case LastStatus.Pending when task.Resource.PullStartedAt is null: StartPull(engine, task); break;
            case LastStatus.Pending when task.Resource.PullStoppedAt is null: StartContainers(engine, task); break;
            case LastStatus.Pending
                or LastStatus.Activating when task.ContainerStates is not null: ContainerLifecycle.Advance(engine, task); break;
            case LastStatus.Pending or LastStatus.Activating: Run(engine, task); break;
            case LastStatus.Running when task.IsDesiredRunning: PassTargets(engine, task); break;
            case LastStatus.Running when HasTargets(task): TaskEnding.Deactivate(engine, task); break;
            case LastStatus.Running or LastStatus.Deactivating: TaskEnding.StopContainers(engine, task); break;
            case LastStatus.Stopping: TaskEnding.Exited(engine, task); break;
            case LastStatus.Deprovisioning: TaskEnding.Stopped(engine, task); break;
            case LastStatus.Stopped: task.Unlink(); break;
        }
    }

    /// <summary>The network interface is there.</summary>
    public static void Attached(EcsEngine engine, TaskState task)
    {
        TaskInterface.Attach(engine, task.Resource);
        task.TransitionTo(LastStatus.Pending);
        engine.ScheduleOnly(task, engine.Timing.AgentReacts);
    }

    private static void StartPull(EcsEngine engine, TaskState task)
    {
        Connect(engine, task.Resource);
        task.Resource.PullStartedAt = engine.Now.UtcDateTime;
        task.TransitionTo(LastStatus.Pending);
        engine.ScheduleOnly(
            task, task.ContainerStates?.Max(container => container.Behavior.PullTime ?? engine.Timing.Pull) ?? engine.Timing.Pull);
    }

    private static void StartContainers(EcsEngine engine, TaskState task)
    {
        task.Resource.PullStoppedAt = engine.Now.UtcDateTime;
        task.TransitionTo((task.HasInterface || HasTargets(task)) && !HasOrder(task) ? LastStatus.Activating : LastStatus.Pending);
        if (task.ContainerStates is null) engine.ScheduleOnly(task, engine.Timing.Start);
        else StartEach(engine, task, task.ContainerStates);
    }

    private static void StartEach(EcsEngine engine, TaskState task, List<ContainerState> containers)
    {
        foreach (var container in containers.Where(container => container.Behavior.PullError is not null && task.IsDesiredRunning))
            ContainerLifecycle.FailPull(engine, container);
        ContainerLifecycle.Advance(engine, task);
    }

    /// <summary>The containers run.</summary>
    public static void Run(EcsEngine engine, TaskState task)
    {
        task.Resource.StartedAt = engine.Now.UtcDateTime;
        task.Resource.Containers = task.Resource.Containers?.ConvertAll(container => Running(engine, task, container));
        task.TransitionTo(LastStatus.Running);
        engine.WakeService(task);
    }

    private static Container Running(EcsEngine engine, TaskState task, Container container)
    {
        if (container.LastStatus == LastStatus.Stopped) return container;
        var running = container.Copy();
        RunningContainer.Show(engine, task, running);
        return running;
    }

    private static void Connect(EcsEngine engine, EcsTask task)
    {
        task.Connectivity = Connectivity.Connected;
        task.ConnectivityAt = engine.Now.UtcDateTime;
    }

    /// <summary>A task whose containers wait for one another is PENDING until the last has started.</summary>
    private static bool HasOrder(TaskState task) =>
        task.ContainerStates?.Exists(container => container.Definition.DependsOn is { Count: > 0 }) == true;

    private static bool HasTargets(TaskState task)
    {
        var registries = task.Source is TaskSetState { Resource: var taskSet }
            ? taskSet.ServiceRegistries
            : task.Service?.Resource.ServiceRegistries;
        return task.Target is not null || registries is { Count: > 0 };
    }

    /// <summary>The load balancers have found the task healthy.</summary>
    private static void PassTargets(EcsEngine engine, TaskState task)
    {
        task.SetTargetHealth(TargetHealth.Healthy);
        engine.WakeService(task);
    }
}
