using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DescribeClustersTests
{
    [Fact]
    public void One_or_more_clusters_are_described()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("New-EcsCluster other; New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait").Clean();
        var clusters = prompt.Run("Get-EcsCluster shop, other").All<Cluster>();
        Assert.Equal([("shop", 2, 1, 3), ("other", 0, 0, 0)], clusters.Select(c => (c.ClusterName!, c.RegisteredContainerInstancesCount!.Value, c.ActiveServicesCount!.Value, c.RunningTasksCount!.Value)));
    }
}
