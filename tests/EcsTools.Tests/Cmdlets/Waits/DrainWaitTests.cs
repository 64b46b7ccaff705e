using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Container instances that are waited for.</summary>
public sealed class DrainWaitTests
{
    [Fact]
    public void Draining_is_waited_for_until_the_services_have_moved_their_tasks()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 6 -Wait").Clean();
        var drained = prompt.Run("Get-EcsContainerInstance -First 2 | Update-EcsContainerInstanceState -Status draining -Wait").All<ContainerInstance>();
        Assert.Equal([("DRAINING", 0, 0), ("DRAINING", 0, 0)], drained.Select(i => (i.Status, i.RunningTasksCount!.Value, i.PendingTasksCount!.Value)));
        Assert.Equal(6, prompt.Run("Get-EcsService web").One<Service>().RunningCount);
    }

    [Fact]
    public void A_task_of_its_own_holds_an_instance_up_and_is_named()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait; $task = Start-EcsTask web; $null = Step-EcsLocal; $null = Add-Instance 2").Clean();
        var said = prompt.Run("Get-EcsTask $task | Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING -Wait -Timeout 00:02:00");
        var task = prompt.Run("$task").One<EcsTask>();
        Assert.StartsWith("WaitTimeout,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"1 task of family:web ({task.Id[..8]}), which ECS doesn't move", said.Error().ToString(), StringComparison.Ordinal);
        Assert.Contains(said.Progress, p => p.CurrentOperation == $"2 tasks of service:web; 1 task of family:web ({task.Id[..8]}), which ECS doesn't move");
        Assert.Contains("Stop-EcsTask", said.Error().ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tasks_of_other_instances_do_not_block_a_drain()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("$tasks = Start-EcsTask web -Count 2 -PlacementStrategy @{ type = 'spread'; field = 'instanceId' }; $null = Step-EcsLocal").Clean();
        var said = prompt.Run("Get-EcsTask $tasks[0] | Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING -Wait -Timeout 00:01:00");
        var task = prompt.Run("$tasks[0]").One<EcsTask>();
        Assert.Contains($"; 1 task of family:web ({task.Id[..8]}), which ECS doesn't move)", said.Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_that_nobody_drains_is_an_error_and_one_that_somebody_does_is_waited_for()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait").Clean();
        Assert.StartsWith("InstanceNotDraining,", prompt.Run("Get-EcsContainerInstance | Wait-EcsContainerInstance").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        prompt.Run("$first = Get-EcsContainerInstance; $null = Add-Instance 2").Clean();
        using var other = new Bystander(prompt).In(10, $"$null = Update-EcsContainerInstanceState {prompt.Run("$first").One<ContainerInstance>()} -Status DRAINING");
        Assert.Equal(0, prompt.Run("$first | Wait-EcsContainerInstance").One<ContainerInstance>().RunningTasksCount);
    }

    [Fact]
    public void Instances_waited_for_together_are_looked_at_in_one_call()
    {
        using var prompt = Shop.Open(instances: 9);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 9 -Wait; $null = Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING").Clean();
        var said = prompt.Run("Get-EcsContainerInstance | Wait-EcsContainerInstance -Timeout 00:05:00 -Verbose");
        Assert.Equal(9, said.Errors.Count);
        Assert.InRange(said.Calls("DescribeContainerInstances"), 300 / 15, (300 / 12) + 12);
    }

    [Fact]
    public void Taking_instances_into_use_again_takes_no_time()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = Start-EcsTask web; $null = Step-EcsLocal; $null = Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING").Clean();
        Assert.Equal("ACTIVE", prompt.Run("Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status ACTIVE -Wait").One<ContainerInstance>().Status);
    }

    [Fact]
    public void An_agents_update_is_waited_for()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = Register-EcsContainerInstance -VersionInfo @{ agentVersion = '1.80.0' } -TotalResource @{ name = 'CPU'; type = 'INTEGER'; integerValue = 1024 }").Clean();
        var updated = prompt.Run("Get-EcsContainerInstance | Update-EcsContainerAgent -Wait").One<ContainerInstance>();
        Assert.Equal(("UPDATED", "1.100.0"), (updated.AgentUpdateStatus, updated.VersionInfo!.AgentVersion));
    }
}
