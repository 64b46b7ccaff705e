using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The end of a task: stopped, by itself, or with its instance; and the steps until it's removed.</summary>
internal static class TaskEnding
{
    /// <summary>Why a task stops whose essential container has ended.</summary>
    public const string EssentialExited = "Essential container in task exited";

    /// <summary>The stop code of a task that ended by itself, which depends on whether it ever ran.</summary>
    public static string CodeOfFailure(TaskState task) =>
        task.Resource.StartedAt is null ? TaskStopCode.TaskFailedToStart : TaskStopCode.EssentialContainerExited;

    /// <summary>Asks a task to stop. One whose containers do not run yet has nothing to wait for.</summary>
    public static void Stop(EcsEngine engine, TaskState task, string code, string reason)
    {
        if (!task.IsDesiredRunning) return;
        RecordStop(engine, task, code, reason);
        if (task.IsRunning || task.ContainerStates?.Exists(container => container.IsRunning) == true)
        {
            task.TransitionTo(task.Resource.LastStatus!, DesiredStatus.Stopped);
            engine.ScheduleOnly(task, engine.Timing.AgentReacts);
            engine.WakeService(task);
        }
        else
        {
            EndContainers(engine, task, null);
            Deprovision(engine, task);
        }
    }

    /// <summary>Orphans a task with its instance: no agent can stop its containers or report their exit codes.</summary>
    public static void Abandon(EcsEngine engine, TaskState task, string code, string reason)
    {
        if (task.IsStopped) return;
        if (task.IsDesiredRunning) RecordStop(engine, task, code, reason);
        EndContainers(engine, task, null);
        Stopped(engine, task);
    }

    /// <summary>Ends a task whose containers have ended by themselves.</summary>
    public static void End(EcsEngine engine, TaskState task, string code, string reason)
    {
        if (task.IsDesiredRunning) RecordStop(engine, task, code, reason);
        task.Resource.ExecutionStoppedAt ??= engine.Now.UtcDateTime;
        EndContainers(engine, task, null);
        Deprovision(engine, task);
    }

    public static void Deactivate(EcsEngine engine, TaskState task)
    {
        task.TransitionTo(LastStatus.Deactivating);
        engine.ScheduleOnly(task, engine.Timing.DeregisterTargets);
    }

    public static void StopContainers(EcsEngine engine, TaskState task)
    {
        task.TransitionTo(LastStatus.Stopping);
        if (task.ContainerStates is null) engine.ScheduleOnly(task, engine.Timing.Stop);
        else ContainerLifecycle.Stop(engine, task);
    }

    /// <summary>The containers were stopped.</summary>
    public static void Exited(EcsEngine engine, TaskState task)
    {
        task.Resource.ExecutionStoppedAt ??= engine.Now.UtcDateTime;
        var definitions = task.Definition.Resource.ContainerDefinitions ?? [];
        EndContainers(
            engine,
            task,
            task.ContainerStates is null
                ? container => StopSignals.ExitCode(engine, definitions.Find(definition => definition.Name == container.Name))
                : null);
        Deprovision(engine, task);
    }

    // Every task ends here, whatever ended it. One without StartedAt never ran.
    public static void Stopped(EcsEngine engine, TaskState task)
    {
        TaskInterface.TransitionTo(task.Resource, "DELETED");
        task.Resource.StoppedAt = engine.Now.UtcDateTime;
        task.TransitionTo(LastStatus.Stopped, DesiredStatus.Stopped);
        engine.ScheduleOnly(task, Retention.Ended);
        engine.WakeService(task);
        engine.CapacityFreed(task.Cluster);
        if (task.Instance is { IsActive: false } draining) engine.WakeServices(draining);
    }

    private static void Deprovision(EcsEngine engine, TaskState task)
    {
        if (!task.HasInterface)
        {
            Stopped(engine, task);
            return;
        }

        task.TransitionTo(LastStatus.Deprovisioning, DesiredStatus.Stopped);
        engine.ScheduleOnly(task, engine.Timing.DetachInterface);
        engine.WakeService(task);
    }

    private static void RecordStop(EcsEngine engine, TaskState task, string code, string reason)
    {
        task.Resource.StoppingAt = engine.Now.UtcDateTime;
        task.Resource.StopCode = code;
        task.Resource.StoppedReason = reason;
    }

    private static void EndContainers(EcsEngine engine, TaskState task, Func<Container, int>? exitCode)
    {
        foreach (var container in task.ContainerStates ?? []) ContainerLifecycle.End(engine, container);
        task.Resource.Containers = task.Resource.Containers?.ConvertAll(container =>
        {
            if (container.LastStatus == LastStatus.Stopped) return container;
            engine.Sessions.EndOf(task.Resource.TaskArn!, container.Name!);
            var ended = container.Copy();
            RunningContainer.Stop(ended);
            ended.ExitCode = exitCode?.Invoke(container);
            return ended;
        });
    }
}
