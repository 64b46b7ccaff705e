namespace EcsTools.Model;

public sealed partial class TaskSet
{
    /// <summary>The name of the service.</summary>
    public string? Service => EcsArn.NameIn(ServiceArn);

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The task definition, as <c>web:3</c>.</summary>
    public string? Definition => EcsArn.NameIn(TaskDefinition);

    /// <summary>The number of tasks that are wanted.</summary>
    public int? Desired => ComputedDesiredCount;

    /// <summary>The number of running tasks.</summary>
    public int? Running => RunningCount;

    /// <summary>The number of tasks that are starting.</summary>
    public int? Pending => PendingCount;

    /// <summary>The launch type, or the capacity providers that share the tasks.</summary>
    public string? Launch => CapacityProviderStrategyItem.Launch(LaunchType, CapacityProviderStrategy);

    /// <summary>The task set's id.</summary>
    public override string ToString() => Id ?? "";
}
