using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class ListClustersTests
{
    [Fact]
    public void Existing_clusters_are_listed_and_deleted_ones_are_not()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("'a', 'b' | New-EcsCluster; Remove-EcsCluster a -Confirm:$false").Clean();
        Assert.Equal(["b", "shop"], prompt.Run("Get-EcsCluster").All<Cluster>().Select(c => c.ClusterName).Order());
    }
}
