namespace EcsTools.Model;

public sealed partial class Service
{
    /// <summary>The service's name, as everything else has it.</summary>
    public string? Name => ServiceName;

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The task definition, as <c>web:3</c>.</summary>
    public string? Definition => EcsArn.NameIn(TaskDefinition);

    /// <summary>The number of tasks that are wanted.</summary>
    public int? Desired => DesiredCount;

    /// <summary>The number of running tasks.</summary>
    public int? Running => RunningCount;

    /// <summary>The number of tasks that are starting.</summary>
    public int? Pending => PendingCount;

    /// <summary>The state of the newest rollout.</summary>
    public string? Rollout => Primary?.RolloutState;

    /// <summary>The number of tasks of the newest rollout that failed to start.</summary>
    public int? Failed => Primary?.FailedTasks;

    /// <summary>The launch type, or the capacity providers that share the tasks.</summary>
    public string? Launch => CapacityProviderStrategyItem.Launch(LaunchType, CapacityProviderStrategy);

    /// <summary>The service's name.</summary>
    public override string ToString() => ServiceName ?? "";

    private Deployment? Primary => Deployments?.Find(deployment => deployment.Status == "PRIMARY");
}
