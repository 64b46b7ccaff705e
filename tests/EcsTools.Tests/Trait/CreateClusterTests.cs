using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class CreateClusterTests
{
    [Fact]
    public void Creates_a_new_cluster_with_a_unique_name()
    {
        using var prompt = Shop.Open(instances: 0);
        var cluster = prompt.Run("New-EcsCluster harbour").One<Cluster>();
        Assert.Equal(("harbour", "ACTIVE"), (cluster.ClusterName, cluster.Status));
        Assert.Equal(["harbour", "shop"], prompt.Run("Get-EcsCluster").All<Cluster>().Select(c => c.ClusterName).Order());
    }

    [Fact]
    public void The_first_container_instance_launched_brings_a_cluster_named_default()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("Set-EcsContext -Cluster default; $null = Register-EcsContainerInstance").Clean();
        var cluster = prompt.Run("Get-EcsCluster default").One<Cluster>();
        Assert.Equal(("ACTIVE", 1), (cluster.Status, cluster.RegisteredContainerInstancesCount));
    }

    [Fact]
    public void Without_a_name_it_is_the_default_cluster()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("default", prompt.Run("New-EcsCluster").One<Cluster>().ClusterName);
    }
}
