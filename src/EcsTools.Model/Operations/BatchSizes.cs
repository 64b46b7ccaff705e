namespace EcsTools.Model;

/// <summary>How many resources ECS accepts in one call. Each additional call would take as long as a full one.</summary>
internal static class BatchSizes
{
    /// <summary>The number for an operation. Operations that aren't listed accept one resource.</summary>
    public static int Of(string operation) => operation switch
    {
        "DescribeTasks" or "GetTaskProtection" => 100,
        "DescribeContainerInstances" or "DescribeClusters" => 100,
        "DescribeServiceDeployments" or "DescribeServiceRevisions" => 20,
        "DescribeDaemonDeployments" or "DescribeDaemonRevisions" => 20,
        "DescribeServices" or "DescribeCapacityProviders" => 10,
        "RunTask" or "StartTask" => 10,
        "UpdateContainerInstancesState" or "UpdateTaskProtection" => 10,
        "DeleteTaskDefinitions" or "PutAttributes" or "DeleteAttributes" => 10,
        _ => 1,
    };
}
