using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>That an instance which drains has no task left.</summary>
internal sealed class DrainGoal(string? cluster, string instance) : InstanceGoal(cluster, instance)
{
    private int? most;

    public static Goal<ContainerInstance> Of(ContainerInstance drained) => new DrainGoal(drained.ClusterArn, drained.ContainerInstanceArn!);

    public override string TimeoutAdvice =>
        "Wait again with a longer -Timeout. ECS moves the tasks of services as their minimumHealthyPercent and maximumPercent allow; it stops no other task: Stop-EcsTask does.";

    public override async ValueTask<Verdict> Judge(ContainerInstance seen, Calls calls)
    {
        if (seen.Status == ContainerInstanceStatus.Active)
            return new Verdict.Failed("InstanceNotDraining", "it is ACTIVE: nobody drains it", "Drain it with Update-EcsContainerInstanceState -Status DRAINING.") { IsDoubtful = true };
        var left = (seen.RunningTasksCount ?? 0) + (seen.PendingTasksCount ?? 0);
        if (left == 0) return await Stopping(seen, calls) is > 0 and var stopping ? new Verdict.GoOn($"{seen.Status}: {stopping} stopping") : new Verdict.Done();
        most = Math.Max(most ?? 0, left);
        return new Verdict.GoOn($"{seen.Status}: {seen.RunningTasksCount} running, {seen.PendingTasksCount} pending", 100 * (most.Value - left) / most.Value, await Holders(seen, calls));
    }

    /// <summary>What still runs there: "held by 2 tasks of service:web, and by task 1a2b of family:job, which ECS does not move".</summary>
    private async Task<string?> Holders(ContainerInstance seen, Calls calls)
    {
        var tasks = await Tasks(seen, DesiredStatus.Running, calls);
        var services = tasks.Where(IsMoved).GroupBy(task => task.Group).Select(group => $"{group.Count()} of {group.Key}");
        var others = tasks.Where(task => !IsMoved(task)).Select(task => $"task {task} of {task.Group}, which ECS does not move");
        return tasks.Count == 0 ? null : $"held by {string.Join("; ", services.Concat(others))}";
    }

    /// <summary>How many tasks were told to stop but have not ended yet, which ECS's counts leave out: whoever takes the instance away now would cut them off.</summary>
    private async Task<int> Stopping(ContainerInstance seen, Calls calls) =>
        (await Tasks(seen, DesiredStatus.Stopped, calls)).Count(task => task.LastStatus != DesiredStatus.Stopped);

    private Task<List<EcsTask>> Tasks(ContainerInstance seen, string desiredStatus, Calls calls) =>
        calls.Tasks(new() { Cluster = Cluster, ContainerInstance = seen.ContainerInstanceArn, DesiredStatus = desiredStatus });

    /// <summary>Whether ECS takes the task away by itself: it does so with those of services and daemons.</summary>
    private static bool IsMoved(EcsTask task) => task.Group?.Split(':')[0] is "service" or "daemon";
}
