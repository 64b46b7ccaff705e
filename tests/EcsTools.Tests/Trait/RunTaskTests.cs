using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class RunTaskTests
{
    [Fact]
    public void A_new_task_of_the_task_definition_is_started()
    {
        using var prompt = Shop.Open();
        var task = prompt.Run("Start-EcsTask web").One<EcsTask>();
        Assert.EndsWith("task-definition/web:1", task.TaskDefinitionArn, StringComparison.Ordinal);
        prompt.Settle();
        Assert.Equal("RUNNING", Assert.Single(prompt.Tasks()).LastStatus);
    }

    [Fact]
    public void Ecs_places_the_task_itself()
    {
        using var prompt = Shop.Open();
        var task = prompt.Run("Start-EcsTask web").One<EcsTask>();
        Assert.Contains(prompt.Instances(), instance => instance.ContainerInstanceArn == task.ContainerInstanceArn);
    }

    [Fact]
    public void Placement_constraints_customize_where_tasks_go()
    {
        using var prompt = Shop.Open();
        prompt.Run("Start-EcsTask web -Count 8 -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:ecs.availability-zone == us-east-1b' }").Clean();
        Assert.Equal([("us-east-1b", 8)], prompt.Tasks().GroupBy(task => task.AvailabilityZone).Select(zone => (zone.Key!, zone.Count())));
        var failures = prompt.Run("Start-EcsTask web -Count 4 -PlacementConstraint @{ type = 'distinctInstance' } -Group apart");
        Assert.Equal(3, failures.Output.Count);
        Assert.All(failures.Errors, e => Assert.Contains("DistinctInstance", e.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Placement_strategies_customize_where_tasks_go()
    {
        using var prompt = Shop.Open();
        prompt.Run("Start-EcsTask web -Count 9 -Group even -PlacementStrategy @{ type = 'spread'; field = 'instanceId' }; Start-EcsTask web -Count 9 -Group packed -PlacementStrategy @{ type = 'binpack'; field = 'memory' }").Clean();
        Assert.Equal([3, 3, 3], prompt.Tasks().Where(task => task.Group == "even").Spread(task => task.ContainerInstanceArn));
        Assert.Equal([9], prompt.Tasks().Where(task => task.Group == "packed").Spread(task => task.ContainerInstanceArn));
    }

    [Fact]
    public void Describing_the_task_again_and_again_shows_when_it_is_there()
    {
        using var prompt = Shop.Open();
        var arn = prompt.Run("Start-EcsTask web").One<EcsTask>().TaskArn;
        var seen = new List<string>();
        prompt.Watch(() => seen.Add(Assert.Single(prompt.Tasks(arn!)).LastStatus!));
        Assert.Equal(["PENDING", "RUNNING"], seen.Distinct());
    }
}
