using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class ListContainerInstancesTests
{
    [Fact]
    public void The_instances_of_the_cluster_are_listed()
    {
        using var prompt = Shop.Open(instances: 4);
        prompt.Run("$null = New-EcsCluster other; $null = Register-EcsContainerInstance -Cluster other").Clean();
        Assert.Equal(4, prompt.Instances().Count);
        Assert.Single(prompt.Run("Get-EcsContainerInstance -Cluster other").All<ContainerInstance>());
    }

    [Theory]
    [InlineData("attribute:ecs.availability-zone == us-east-1b", 2)]
    [InlineData("attribute:ecs.availability-zone in [us-east-1a, us-east-1c]", 2)]
    [InlineData("runningTasksCount > 0", 1)]
    [InlineData("not(task:group == family:web) and agentConnected == true", 3)]
    public void The_cluster_query_language_filters_them(string filter, int count)
    {
        using var prompt = Shop.Open(instances: 4);
        prompt.Run("$null = Start-EcsTask web").Clean();
        prompt.Settle();
        Assert.Equal(count, prompt.Run($"Get-EcsContainerInstance -Filter '{filter}'").All<ContainerInstance>().Count);
    }
}
