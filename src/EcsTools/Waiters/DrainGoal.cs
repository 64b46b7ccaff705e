using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>A draining instance has no task left.</summary>
internal sealed class DrainGoal(string? cluster, string instance) : InstanceGoal(cluster, instance)
{
    private int? most;

    public static Goal<ContainerInstance> Of(ContainerInstance drained) => new DrainGoal(drained.ClusterArn, drained.ContainerInstanceArn!);

    public override string TimeoutAdvice =>
        "Wait again with a longer -Timeout. ECS moves tasks of services within their minimumHealthyPercent and maximumPercent. Stop the other tasks with Stop-EcsTask.";

    public override async ValueTask<WaitResult> Evaluate(ContainerInstance seen, JobCalls calls)
    {
        if (seen.Status == ContainerInstanceStatus.Active)
            return new WaitResult.Failed(
                "InstanceNotDraining",
                "the instance is ACTIVE and isn't being drained",
                "Drain it with Update-EcsContainerInstanceState -Status DRAINING.") { IsInconclusive = true };
        var left = (seen.RunningTasksCount ?? 0) + (seen.PendingTasksCount ?? 0);
        if (left == 0)
            return await Stopping(seen, calls) is > 0 and var stopping
                ? new WaitResult.Pending($"{seen.Status}: {stopping} stopping")
                : new WaitResult.Done();
        most = Math.Max(most ?? 0, left);
        return new WaitResult.Pending(
            $"{seen.Status}: {seen.RunningTasksCount} running, {seen.PendingTasksCount} pending",
            100 * (most.Value - left) / most.Value,
            await Blockers(seen, calls));
    }

    /// <summary>
    /// The tasks that are still running there: "2 tasks of service:web; 1 task of family:job (179642d8), which ECS doesn't move".
    /// </summary>
    private async Task<string?> Blockers(ContainerInstance seen, JobCalls calls)
    {
        var tasks = await Tasks(seen, DesiredStatus.Running, calls);
        return tasks.Count == 0
            ? null
            : string.Join("; ", tasks.GroupBy(task => task.Group).OrderByDescending(group => IsMoved(group.First())).Select(Blockers));
    }

    private static string Blockers(IGrouping<string?, EcsTask> group)
    {
        var count = group.Count();
        var which = IsMoved(group.First()) ? "" : $"{(count == 1 ? $" ({Naming.ShortId(group.First().Id)})" : "")}, which ECS doesn't move";
        return $"{count} {(count == 1 ? "task" : "tasks")} of {group.Key}{which}";
    }

    /// <summary>How many tasks are being stopped. ECS's counts omit them, but terminating the instance now would kill them.</summary>
    private async Task<int> Stopping(ContainerInstance seen, JobCalls calls) =>
        (await Tasks(seen, DesiredStatus.Stopped, calls)).Count(task => task.LastStatus != DesiredStatus.Stopped);

    private Task<List<EcsTask>> Tasks(ContainerInstance seen, string desiredStatus, JobCalls calls) =>
        calls.Reader.ListedTasks(new() { Cluster = Cluster, ContainerInstance = seen.ContainerInstanceArn, DesiredStatus = desiredStatus });

    /// <summary>Whether ECS moves the task: it moves those of services and daemons.</summary>
    private static bool IsMoved(EcsTask task) => task.Group?.Split(':')[0] is "service" or "daemon";
}
