using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DeleteClusterTests
{
    [Fact]
    public void Deletes_the_specified_cluster()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("INACTIVE", prompt.Run("Remove-EcsCluster shop -PassThru -Confirm:$false").One<Cluster>().Status);
        Assert.Empty(prompt.Run("Get-EcsCluster").All<Cluster>());
    }

    [Fact]
    public void All_container_instances_must_be_deregistered_first_which_can_be_listed_and_deregistered()
    {
        using var prompt = Shop.Open(instances: 2);
        Assert.Equal("ClusterContainsContainerInstancesException", prompt.Refused("Remove-EcsCluster shop -Confirm:$false").Id);
        prompt.Run("Get-EcsContainerInstance | Unregister-EcsContainerInstance -Confirm:$false; Remove-EcsCluster shop -Confirm:$false").Clean();
        Assert.Equal("INACTIVE", prompt.Run("Get-EcsCluster shop").One<Cluster>().Status);
    }
}
