using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>Records which tasks ran, became healthy or failed, for the circuit breaker and the restart throttle.</summary>
internal static class TaskOutcomes
{
    public static void Note(EcsEngine engine, ServiceState service)
    {
        foreach (var (source, task) in service.Sources.SelectMany(Changed).ToList())
        {
            var before = task.Outcome;
            task.Outcome = Now(task);
            if (before == TaskOutcome.Open && task.HasRun) service.Unthrottle();
            else if (task.Outcome == TaskOutcome.Failed && !task.HasRun) Throttle(engine, service);
            if (service.Deployments.Count == 0 || source != service.Primary) continue;
            if (task.Outcome == TaskOutcome.Healthy) DeploymentBreaker.TaskBecameHealthy(service);
            else if (task.Outcome == TaskOutcome.Failed) DeploymentBreaker.TaskFailed(engine, service);
        }
    }

    // An outcome changes only if its task does.
    private static List<(TaskSourceState Source, TaskState Task)> Changed(TaskSourceState source)
    {
        var changed = source.Changed
            .Where(task => task.Outcome != Now(task))
            .OrderBy(task => task.Number)
            .Select(task => (source, task))
            .ToList();
        source.Changed.Clear();
        return changed;
    }

    private static TaskOutcome Now(TaskState task)
    {
        if (task.Outcome == TaskOutcome.Failed || task.IsUnhealthy || HasFailed(task)) return TaskOutcome.Failed;
        if (task.Outcome == TaskOutcome.Healthy || (task.HasRun && !task.IsChecked) || task.IsHealthy) return TaskOutcome.Healthy;
        return task.HasRun ? TaskOutcome.Ran : TaskOutcome.Open;
    }

    // A task that stopped without a request before it reached its purpose.
    private static bool HasFailed(TaskState task) =>
        task.IsStopped
        && task.Outcome is TaskOutcome.Open or TaskOutcome.Ran
        && !(task.HasRun && !task.IsChecked)
        && task.Resource.StopCode is not (TaskStopCode.ServiceSchedulerInitiated or TaskStopCode.UserInitiated);

    private static void Throttle(EcsEngine engine, ServiceState service)
    {
        service.FailedStarts++;
        var wait = RestartThrottle.Wait(service.FailedStarts, service.Resource.DesiredCount ?? 0);
        if (wait == TimeSpan.Zero) return;
        service.ThrottledUntil = engine.Now + wait;
        service.PublishWarning(engine, ServiceEvents.Throttled(service.Name));
    }
}
