using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>
/// The reports of an agent about its tasks. They're accepted: a reported change happens now, instead of when the simulation would
/// have caused it. From there the simulated life cycle continues, so a task without further reports still progresses.
/// A report of an earlier status changes nothing.
/// </summary>
internal static class AgentReports
{
    /// <summary>The containers of the task run.</summary>
    public static void Running(EcsEngine engine, TaskState task)
    {
        if (!task.IsDesiredRunning || task.IsRunning) return;
        if (task.Resource.LastStatus == LastStatus.Provisioning) TaskInterface.Attach(engine, task.Resource);
        task.DueAt = null;
        TaskLifecycle.Run(engine, task);
        ContainerLifecycle.ApplyReport(engine, task);
    }

    /// <summary>The containers of the task have ended.</summary>
    public static void Stopped(EcsEngine engine, TaskState task, string? reason)
    {
        if (task.Resource.LastStatus is LastStatus.Deprovisioning or LastStatus.Stopped) return;
        TaskEnding.End(engine, task, TaskEnding.CodeOfFailure(task), reason ?? TaskEnding.EssentialExited);
    }

    /// <summary>A container has changed. When an essential one has stopped, the agent stops the others.</summary>
    public static void Container(EcsEngine engine, TaskState task, ContainerStateChange change)
    {
        Change(engine, task, change);
        if (change.Status == LastStatus.Stopped && IsEssential(task, change.ContainerName))
            TaskEnding.Stop(engine, task, TaskEnding.CodeOfFailure(task), TaskEnding.EssentialExited);
    }

    /// <summary>A container has changed, and the result for the task is returned separately.</summary>
    public static void Change(EcsEngine engine, TaskState task, ContainerStateChange change)
    {
        task.Instance?.Ports.FreeGiven(task);
        task.ChangeContainer(change.ContainerName, container => Changed(container, change));
        task.Instance?.Ports.TakeGiven(task);
        ContainerLifecycle.ApplyReport(engine, task);
    }

    /// <summary>A managed agent in a container has changed.</summary>
    public static void ManagedAgent(EcsEngine engine, TaskState task, ManagedAgentStateChange change) =>
        task.ChangeContainer(change.ContainerName, container =>
        {
            var isStarted = change.Status == LastStatus.Running;
            var others = (container.ManagedAgents ?? []).Where(agent => agent.Name != change.ManagedAgentName);
            container.ManagedAgents =
            [
                .. others,
                new()
                {
                    Name = change.ManagedAgentName,
                    LastStatus = change.Status,
                    Reason = change.Reason,
                    LastStartedAt = isStarted ? engine.Now.UtcDateTime : null,
                },
            ];
        });

    /// <summary>The network interface of the task has changed.</summary>
    public static void Attachment(EcsEngine engine, TaskState task, string status)
    {
        TaskInterface.TransitionTo(task.Resource, status);
        if (status == TaskInterface.IsAttached && task.Resource.LastStatus == LastStatus.Provisioning) TaskLifecycle.Attached(engine, task);
        else task.Resource.Version++;
    }

    private static bool IsEssential(TaskState task, string? name) =>
        task.Definition.Resource.ContainerDefinitions?.Exists(container => container.Name == name && container.Essential != false) == true;

    private static void Changed(Container container, ContainerStateChange change)
    {
        var isPast = container.LastStatus == LastStatus.Stopped
            || (container.LastStatus == LastStatus.Running && change.Status != LastStatus.Stopped);
        if (!isPast && change.Status is LastStatus.Running or LastStatus.Stopped) container.LastStatus = change.Status;
        container.ImageDigest = change.ImageDigest ?? container.ImageDigest;
        container.RuntimeId = change.RuntimeId ?? container.RuntimeId;
        container.ExitCode = change.ExitCode ?? container.ExitCode;
        container.Reason = change.Reason ?? container.Reason;
        container.NetworkBindings = change.NetworkBindings ?? container.NetworkBindings;
    }
}
