using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class ListTasksTests
{
    [Fact]
    public void The_tasks_of_the_cluster_are_listed()
    {
        using var prompt = Mixed();
        Assert.Equal(5, prompt.Tasks().Count);
        prompt.Run("$null = New-EcsCluster other").Clean();
        Assert.Empty(prompt.Tasks("-Cluster other"));
    }

    [Fact]
    public void They_are_filtered_by_family()
    {
        using var prompt = Mixed();
        Assert.Equal([3, 2], new[] { "web", "api" }.Select(family => prompt.Tasks($"-Family {family}").Count));
    }

    [Fact]
    public void They_are_filtered_by_container_instance()
    {
        using var prompt = Mixed();
        var byInstance = prompt.Tasks().ToLookup(task => task.ContainerInstanceArn);
        Assert.All(prompt.Instances(), one =>
            Assert.Equal(byInstance[one.ContainerInstanceArn].Select(t => t.TaskArn), prompt.Tasks($"-ContainerInstance {one.ContainerInstanceArn}").Select(t => t.TaskArn)));
    }

    [Fact]
    public void They_are_filtered_by_desired_status()
    {
        using var prompt = Mixed();
        prompt.Run("Get-EcsTask -Family api | Stop-EcsTask").Clean();
        Assert.Equal((3, 2), (prompt.Tasks("-DesiredStatus RUNNING").Count, prompt.Tasks("-DesiredStatus STOPPED").Count));
    }

    [Fact]
    public void Stopped_tasks_appear_for_an_hour()
    {
        using var prompt = Mixed();
        prompt.Run("Get-EcsTask -Family api | Stop-EcsTask").Clean();
        prompt.Settle();
        prompt.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(["STOPPED", "STOPPED"], prompt.Tasks("-DesiredStatus STOPPED").Select(task => task.LastStatus));
        prompt.Pass(TimeSpan.FromMinutes(2));
        Assert.Empty(prompt.Tasks("-DesiredStatus STOPPED"));
    }

    private static EcsPrompt Mixed()
    {
        var prompt = Shop.Open();
        prompt.Run("$null = Register-EcsTaskDefinition api -ContainerDefinition @{ name = 'api'; image = 'x'; memory = 8 }; Start-EcsTask web -Count 3; Start-EcsTask api -Count 2").Clean();
        prompt.Settle();
        return prompt;
    }
}
