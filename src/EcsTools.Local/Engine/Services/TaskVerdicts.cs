using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>Takes note of tasks that came to run, became healthy or failed: the circuit breaker and the restart throttle live by that.</summary>
internal static class TaskVerdicts
{
    public static void Note(EcsEngine engine, ServiceState service)
    {
        foreach (var (source, task) in service.Sources.SelectMany(Changed).ToList())
        {
            var before = task.Verdict;
            task.Verdict = Now(task);
            if (before == TaskVerdict.Open && task.HasRun) service.Unthrottle();
            else if (task.Verdict == TaskVerdict.Failed && !task.HasRun) Throttle(engine, service);
            if (service.Deployments.Count == 0 || source != service.Primary) continue;
            if (task.Verdict == TaskVerdict.Healthy) DeploymentBreaker.TaskBecameHealthy(service);
            else if (task.Verdict == TaskVerdict.Failed) DeploymentBreaker.TaskFailed(engine, service);
        }
    }

    // A verdict changes only where its task does.
    private static List<(TaskSourceState Source, TaskState Task)> Changed(TaskSourceState source)
    {
        var changed = source.Changed.Where(task => task.Verdict != Now(task)).OrderBy(task => task.Number).Select(task => (source, task)).ToList();
        source.Changed.Clear();
        return changed;
    }

    private static TaskVerdict Now(TaskState task)
    {
        if (task.Verdict == TaskVerdict.Failed || task.IsIll || HasFailed(task)) return TaskVerdict.Failed;
        if (task.Verdict == TaskVerdict.Healthy || (task.HasRun && !task.IsChecked) || task.IsHealthy) return TaskVerdict.Healthy;
        return task.HasRun ? TaskVerdict.Ran : TaskVerdict.Open;
    }

    // A task that stopped without a request before it reached its purpose.
    private static bool HasFailed(TaskState task) =>
        task.IsStopped
        && task.Verdict is TaskVerdict.Open or TaskVerdict.Ran
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
