using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class StartTaskTests
{
    [Fact]
    public void A_task_is_started_on_each_of_the_instances_specified()
    {
        using var prompt = Shop.Open();
        var tasks = prompt.Run("$two = @(Get-EcsContainerInstance -First 2).ContainerInstanceArn; Start-EcsTask web -ContainerInstance $two").All<EcsTask>();
        Assert.Equal(prompt.Run("$two").Output.Select(o => o.ToString()), tasks.Select(task => task.ContainerInstanceArn));
        prompt.Settle();
        Assert.All(prompt.Tasks(), task => Assert.Equal("RUNNING", task.LastStatus));
    }

    [Fact]
    public void Instances_found_by_a_query_serve_as_ones_own_scheduler()
    {
        using var prompt = Shop.Open();
        var task = prompt.Run("Get-EcsContainerInstance -Filter 'attribute:ecs.availability-zone == us-east-1c' | Start-EcsTask web").One<EcsTask>();
        Assert.Equal("us-east-1c", task.AvailabilityZone);
    }
}
