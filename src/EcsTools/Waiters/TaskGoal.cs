using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>A task is RUNNING or STOPPED.</summary>
/// <param name="cluster">The cluster; null for the default one.</param>
/// <param name="task">The task's id or ARN.</param>
/// <param name="status">RUNNING or STOPPED.</param>
internal sealed class TaskGoal(string? cluster, string task, string status = DesiredStatus.Stopped) : Goal<EcsTask>(task)
{
    public static IReadOnlyList<Goal<EcsTask>> Stopped(IEnumerable<EcsTask> tasks) => [.. tasks.Select(Stopped)];

    public static Goal<EcsTask> Stopped(EcsTask task) => new TaskGoal(task.ClusterArn, task.TaskArn!);

    public override string Name => $"Task {Naming.ShortId(EcsArn.IdOf(Id))}";

    public override string TimeoutAdvice =>
        status == DesiredStatus.Stopped
            ? "Wait again with a longer -Timeout, or stop the task with Stop-EcsTask."
            : "Wait again with a longer -Timeout. Get-EcsTask shows the progress of the task.";

    public override async Task<IReadOnlyList<EcsTask>> Poll(IReadOnlyList<string> ids, JobCalls calls) =>
        (await calls.Send(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = [.. ids] })).Tasks ?? [];

    public override bool Is(EcsTask seen) => IsSame(Id, seen.TaskArn);

    public override ValueTask<WaitResult> Evaluate(EcsTask seen, JobCalls calls)
    {
        if (seen.LastStatus == status) return new(new WaitResult.Done());
        if (seen.LastStatus != DesiredStatus.Stopped) return new(new WaitResult.Pending(seen.LastStatus ?? "", Note: seen.StoppedReason));
        var culprit = TaskEnd.Culprit(seen);
        return new(new WaitResult.Failed(
            "TaskStopped", "the task has stopped", TaskEnd.Advice(seen, culprit)) { Reason = TaskEnd.Reason(seen, culprit) });
    }
}
