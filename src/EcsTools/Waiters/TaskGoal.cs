using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>That a task runs, or has stopped.</summary>
/// <param name="cluster">The cluster; null for the default one.</param>
/// <param name="task">The task's id or ARN.</param>
/// <param name="status">RUNNING or STOPPED.</param>
internal sealed class TaskGoal(string? cluster, string task, string status = DesiredStatus.Stopped) : Goal<EcsTask>(task)
{
    public static IReadOnlyList<Goal<EcsTask>> Stopped(IEnumerable<EcsTask> tasks) => [.. tasks.Select(Stopped)];

    public static Goal<EcsTask> Stopped(EcsTask task) => new TaskGoal(task.ClusterArn, task.TaskArn!);

    public override string Name => $"Task {EcsArn.IdOf(Id)}";

    public override string TimeoutAdvice =>
        status == DesiredStatus.Stopped ? "Wait again with a longer -Timeout, or stop it with Stop-EcsTask." : "Wait again with a longer -Timeout; Get-EcsTask shows how far it has come.";

    public override async Task<IReadOnlyList<EcsTask>> Look(IReadOnlyList<string> ids, Calls calls) =>
        (await calls.Send(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = [.. ids] })).Tasks ?? [];

    public override bool Is(EcsTask seen) => IsSame(Id, seen.TaskArn);

    public override ValueTask<Verdict> Judge(EcsTask seen, Calls calls)
    {
        if (seen.LastStatus == status) return new(new Verdict.Done());
        if (seen.LastStatus != DesiredStatus.Stopped) return new(new Verdict.GoOn(seen.LastStatus ?? "", Note: seen.StoppedReason));
        var culprit = seen.Containers?.Find(container => container.ExitCode is not 0);
        return new(new Verdict.Failed("TaskStopped", $"it has stopped: {TaskEnd.Reason(seen)}", TaskEnd.Advice(seen, culprit)));
    }
}
