namespace EcsTools.Model;

public sealed partial class Cluster
{
    /// <summary>The cluster's name, as everything else has it.</summary>
    public string? Name => ClusterName;

    /// <summary>The number of ACTIVE services.</summary>
    public int? ServiceCount => ActiveServicesCount;

    /// <summary>The number of running tasks.</summary>
    public int? Running => RunningTasksCount;

    /// <summary>The number of tasks that are starting.</summary>
    public int? Pending => PendingTasksCount;

    /// <summary>The number of container instances.</summary>
    public int? Instances => RegisteredContainerInstancesCount;

    /// <summary>The cluster's name.</summary>
    public override string ToString() => ClusterName ?? "";
}
