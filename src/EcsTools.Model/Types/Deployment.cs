namespace EcsTools.Model;

public sealed partial class Deployment
{
    /// <summary>
    /// The ARN of the cluster, which ECS doesn't send: the cmdlets take it from the deployment's service, so that deployments can be piped
    /// on.
    /// </summary>
    public string? ClusterArn { get; set; }

    partial void CopyOwn(Deployment copy) => copy.ClusterArn = ClusterArn;

    /// <summary>The task definition, as <c>web:3</c>.</summary>
    public string? Definition => EcsArn.NameIn(TaskDefinition);

    /// <summary>The number of tasks that are wanted.</summary>
    public int? Desired => DesiredCount;

    /// <summary>The number of running tasks.</summary>
    public int? Running => RunningCount;

    /// <summary>The number of tasks that are starting.</summary>
    public int? Pending => PendingCount;

    /// <summary>The number of tasks that failed to start.</summary>
    public int? Failed => FailedTasks;

    /// <summary>The state of the rollout.</summary>
    public string? Rollout => RolloutState;

    /// <summary>
    /// Which it is, what it rolls out, how many of its tasks run, and the state of the rollout: <c>ecs-svc/123 PRIMARY web:3 2/2
    /// COMPLETED</c>.
    /// </summary>
    public override string ToString() =>
        $"{Id} {Status} {EcsArn.IdOf(TaskDefinition ?? "")} {RunningCount ?? 0}/{DesiredCount ?? 0} {RolloutState}{(FailedTasks > 0 ? $" ({FailedTasks} failed)" : "")}".TrimEnd();
}
