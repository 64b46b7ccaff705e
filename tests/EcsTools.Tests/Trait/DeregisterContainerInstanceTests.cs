using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DeregisterContainerInstanceTests
{
    [Fact]
    public void A_deregistered_instance_is_no_longer_available_to_run_tasks()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$one = Get-EcsContainerInstance; $one | Unregister-EcsContainerInstance -Confirm:$false").Clean();
        Assert.Contains("No Container Instances were found", prompt.Refused("Start-EcsTask web").Message, StringComparison.Ordinal);
        Assert.Equal("INACTIVE", prompt.Refused("Start-EcsTask web -ContainerInstance $one.ContainerInstanceArn").Id);
    }

    [Fact]
    public void Its_tasks_may_be_stopped_before_so_that_none_is_orphaned()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("Start-EcsTask web -Count 2").Clean();
        prompt.Settle();
        Assert.Contains("Found running tasks on the instance.", prompt.Refused("Get-EcsContainerInstance | Unregister-EcsContainerInstance -Confirm:$false").Message, StringComparison.Ordinal);
        prompt.Run("Get-EcsContainerInstance | ForEach-Object { Get-EcsTask -ContainerInstance $_ } | Stop-EcsTask").Clean();
        prompt.Settle();
        prompt.Run("Get-EcsContainerInstance | Unregister-EcsContainerInstance -Confirm:$false").Clean();
    }

    [Fact]
    public void By_force_its_tasks_are_orphaned()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("Start-EcsTask web").Clean();
        prompt.Settle();
        prompt.Run("Get-EcsContainerInstance | Unregister-EcsContainerInstance -Force -Confirm:$false").Clean();
        var orphan = Assert.Single(prompt.Tasks("-DesiredStatus STOPPED"));
        Assert.Equal("Container instance deregistration forced by user", orphan.StoppedReason);
        Assert.Null(orphan.Containers![0].ExitCode); // no agent is left to report its exit code
    }

    [Fact]
    public void Deregistering_removes_the_instance_from_the_cluster()
    {
        using var prompt = Shop.Open(instances: 2);
        var gone = prompt.Run("Get-EcsContainerInstance -First 1 | Unregister-EcsContainerInstance -PassThru -Confirm:$false").One<ContainerInstance>();
        Assert.NotEqual(gone.ContainerInstanceArn, Assert.Single(prompt.Instances()).ContainerInstanceArn);
        Assert.Equal(1, prompt.Run("Get-EcsCluster shop").One<Cluster>().RegisteredContainerInstancesCount);
    }
}
