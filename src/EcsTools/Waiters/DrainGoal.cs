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
        if (left == 0) return new Verdict.Done();
        most = Math.Max(most ?? 0, left);
        return new Verdict.GoOn($"{seen.Status}: {seen.RunningTasksCount} running, {seen.PendingTasksCount} pending", 100 * (most.Value - left) / most.Value, await Holders(seen, calls));
    }

    /// <summary>What still runs there: "held by 2 tasks of service:web, and by task 1a2b of family:job, which ECS does not move".</summary>
    private async Task<string?> Holders(ContainerInstance seen, Calls calls)
    {
        var listed = await calls.Send(Operations.ListTasks, new() { Cluster = Cluster, ContainerInstance = seen.ContainerInstanceArn });
        if (listed.TaskArns is not { Count: > 0 } arns) return null;
        var tasks = (await calls.Send(Operations.DescribeTasks, new() { Cluster = Cluster, Tasks = arns })).Tasks ?? [];
        var services = tasks.Where(IsMoved).GroupBy(task => task.Group).Select(group => $"{group.Count()} of {group.Key}");
        var others = tasks.Where(task => !IsMoved(task)).Select(task => $"task {task} of {task.Group}, which ECS does not move");
        return tasks.Count == 0 ? null : $"held by {string.Join("; ", services.Concat(others))}";
    }

    /// <summary>Whether ECS takes the task away by itself: it does so with those of services and daemons.</summary>
    private static bool IsMoved(EcsTask task) => task.Group?.Split(':')[0] is "service" or "daemon";
}
