using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>Takes the containers of a task through their phases, each by itself, and the task with them.</summary>
internal static class ContainerLifecycle
{
    /// <summary>Does for a container what is due.</summary>
    public static void Continue(EcsEngine engine, ContainerState container)
    {
        switch (container.Phase)
        {
            case ContainerPhase.Starting when ContainerMoments.Starts(engine, container) <= engine.Now: Run(engine, container); break;
            case ContainerPhase.Running when ContainerMoments.Exits(container) <= engine.Now: Exit(
                engine, container, container.Behavior.ExitCode ?? 0); break;
            case ContainerPhase.Running: ContainerHealth.Check(engine, container); break;
            case ContainerPhase.Stopping: Exit(engine, container, StopSignals.ExitCode(engine, container)); break;
        }

        Advance(engine, container.Task);
        ContainerMoments.Schedule(engine, container);
    }

    /// <summary>
    /// A change of one container can start others, or prevent them from starting, until nothing more follows. The task runs when
    /// each of them has started.
    /// </summary>
    public static void Advance(EcsEngine engine, TaskState task)
    {
        while (task.IsDesiredRunning && task.ContainerStates!.Find(container => IsDecided(engine, container)) is { } next)
        {
            if (Dependencies.AreMet(next)) Begin(engine, next);
            else GiveUp(engine, next);
        }

        var hasStarted = task.ContainerStates!.TrueForAll(container => container.RunningAt is not null || container.IsStopped);
        if (hasStarted && task is { IsDesiredRunning: true, IsRunning: false }) TaskLifecycle.Run(engine, task);
    }

    /// <summary>Stops what runs; containers that others depend on after those.</summary>
    public static void Stop(EcsEngine engine, TaskState task)
    {
        foreach (var container in task.ContainerStates!)
        {
            if (container.Phase is ContainerPhase.Waiting or ContainerPhase.Starting) End(engine, container);
            if (container.Phase != ContainerPhase.Running || Dependencies.IsNeeded(container)) continue;
            container.Phase = ContainerPhase.Stopping;
            engine.ScheduleOnly(container, StopSignals.TimeToStop(engine, container));
        }

        if (task.ContainerStates.TrueForAll(container => container.IsStopped)) TaskEnding.Exited(engine, task);
    }

    /// <summary>Continues from the report of an agent about the containers.</summary>
    public static void ApplyReport(EcsEngine engine, TaskState task)
    {
        if (task.ContainerStates is null) return;
        foreach (var container in task.ContainerStates.Where(container => container.Resource.LastStatus != LastStatus.Pending))
        {
            container.RunningAt ??= engine.Now;
            if (container.Resource.LastStatus == LastStatus.Stopped) End(engine, container);
            else if (container.Phase < ContainerPhase.Running) container.Phase = ContainerPhase.Running;
        }

        if (task.Resource.PullStoppedAt is not null) Advance(engine, task);
        foreach (var container in task.ContainerStates) ContainerMoments.Schedule(engine, container);
    }

    /// <summary>Nothing happens to the container any more.</summary>
    public static void End(EcsEngine engine, ContainerState container)
    {
        ContainerLog.End(engine, container);
        engine.Sessions.EndOf(container.Task.Resource.TaskArn!, container.Name);
        container.Phase = ContainerPhase.Stopped;
        container.DueAt = null;
    }

    /// <summary>The image of a container cannot be had.</summary>
    public static void FailPull(EcsEngine engine, ContainerState container)
    {
        var reason = $"CannotPullContainerError: {container.Behavior.PullError}";
        End(engine, container);
        container.Task.ChangeContainer(container.Name, changed =>
        {
            RunningContainer.Stop(changed);
            changed.Reason = reason;
        });
        if (container.IsEssential) Fail(engine, container.Task, reason);
    }

    private static bool IsDecided(EcsEngine engine, ContainerState container) =>
        container.Phase == ContainerPhase.Waiting
            && (Dependencies.AreMet(container) || Dependencies.Hopeless(container, engine.Now) is not null);

    private static void Begin(EcsEngine engine, ContainerState container)
    {
        container.Phase = ContainerPhase.Starting;
        container.StartingAt = engine.Now;
        ContainerMoments.Schedule(engine, container);
    }

    private static void Run(EcsEngine engine, ContainerState container)
    {
        container.Phase = ContainerPhase.Running;
        container.RunningAt = engine.Now;
        container.Task.ChangeContainer(container.Name, changed => RunningContainer.Show(engine, container.Task, changed));
        ContainerLog.Begin(engine, container);
    }

    private static void Exit(EcsEngine engine, ContainerState container, int code)
    {
        if (RestartPolicy.StartsAgain(engine, container, code))
        {
            RestartPolicy.StartAgain(engine, container);
            return;
        }

        var task = container.Task;
        End(engine, container);
        task.ChangeContainer(container.Name, changed =>
        {
            RunningContainer.Stop(changed);
            changed.ExitCode = code;
        });
        if (task.Resource.LastStatus == LastStatus.Stopping) Stop(engine, task);
        else if (container.IsEssential) Fail(engine, task, TaskEnding.EssentialExited);
    }

    private static void GiveUp(EcsEngine engine, ContainerState container)
    {
        End(engine, container);
        container.Task.ChangeContainer(container.Name, RunningContainer.Stop); // with neither exit code nor reason
        if (container.IsEssential) Fail(engine, container.Task, "Task failed to start");
    }

    // An essential container is at its end: the others must end too.
    private static void Fail(EcsEngine engine, TaskState task, string reason)
    {
        var code = TaskEnding.CodeOfFailure(task);
        if (task.ContainerStates!.Exists(container => container.IsRunning)) TaskEnding.Stop(engine, task, code, reason);
        else TaskEnding.End(engine, task, code, reason);
    }
}
