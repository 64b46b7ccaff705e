using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>That a task set has the tasks that its scale asks for, or is gone with all its tasks.</summary>
internal sealed class TaskSetGoal(TaskSet changed, bool isEnd) : Goal<TaskSet>(changed.TaskSetArn!)
{
    public static TaskSetGoal Steady(TaskSet changed) => new(changed, isEnd: false);

    public static TaskSetGoal Gone(TaskSet deleted) => new(deleted, isEnd: true);

    public override string Name => $"Task set {changed.Id}";

    public override WaitResult OfMissing => isEnd ? new WaitResult.Done() : base.OfMissing;

    public override async Task<IReadOnlyList<TaskSet>> Poll(IReadOnlyList<string> ids, JobCalls calls) =>
        (await calls.Send(Operations.DescribeTaskSets, new()
        {
            Cluster = changed.ClusterArn,
            Service = changed.ServiceArn,
            TaskSets = [.. ids],
        })).TaskSets ?? [];

    public override ValueTask<WaitResult> Evaluate(TaskSet seen, JobCalls calls)
    {
        var isOld = seen.UpdatedAt < changed.UpdatedAt; // what was written is not yet read
        var isSteady = seen.StabilityStatus == StabilityStatus.SteadyState && seen.RunningCount == seen.ComputedDesiredCount
            && seen.PendingCount is 0 or null;
        if (isSteady && !isOld && !isEnd) return new(new WaitResult.Done());
        var desired = Math.Max(seen.ComputedDesiredCount ?? 0, 1);
        return new(new WaitResult.Pending(
            $"{(isEnd ? seen.Status : seen.StabilityStatus)}: {seen.RunningCount} running, {seen.PendingCount} pending, {seen.ComputedDesiredCount} desired",
            isEnd ? -1 : 100 * Math.Min(seen.RunningCount ?? 0, desired) / desired));
    }
}
