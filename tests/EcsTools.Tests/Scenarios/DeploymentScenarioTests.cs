using EcsTools.Model;
using EcsTools.Tests.Cmdlets;
using EcsTools.Tests.Trait;

namespace EcsTools.Tests.Scenarios;

/// <summary>
/// The situations of a runbook, at the prompt. Updates of 50/100 and 100/200 are in Trait/UpdateServiceTests, draining under each pair of
/// percents in Trait/UpdateContainerInstancesStateTests, a daemon on a new instance in Trait/CreateServiceTests, task sets switched from
/// blue to green in Cmdlets/TaskSetTests.
/// </summary>
public class DeploymentScenarioTests
{
    [Fact]
    public void Percents_of_100_and_100_block_an_update_with_an_event_until_they_are_changed()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = New-EcsService web -TaskDefinition web -DesiredCount 4 -AvailabilityZoneRebalancing DISABLED -DeploymentConfiguration @{ minimumHealthyPercent = 100; maximumPercent = 100 }
            $null = Step-EcsLocal
            $null = Update-EcsService web -ForceNewDeployment
            """).Clean();
        prompt.Settle();
        Assert.Equal([0, 4], prompt.Service().Deployments!.Select(deployment => deployment.RunningCount ?? 0));
        Assert.Contains(
            "(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.",
            prompt.Events());
        prompt.Run("$null = Update-EcsService web -DeploymentConfiguration @{ minimumHealthyPercent = 50 }").Clean();
        prompt.Settle();
        Assert.Equal((4, "COMPLETED"), (Assert.Single(prompt.Service().Deployments!).RunningCount, prompt.Service().Deployments![0].RolloutState));
    }

    [Fact]
    public void The_breaker_takes_a_service_back_whose_new_tasks_crash()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = New-EcsService web -TaskDefinition web:1 -DesiredCount 3 -DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $true } }
            $null = Step-EcsLocal
            $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'broken'; cpu = 64; memory = 64 }
            $null = Update-EcsService web -TaskDefinition web:2
            """).Clean();
        var least = 3;
        for (var second = 0; second < 30; second++)
        {
            prompt.Pass(TimeSpan.FromSeconds(1));
            least = Math.Min(least, prompt.Tasks().Count(task => task.LastStatus == "RUNNING"));
            prompt.Run("Get-EcsTask | Where-Object { $_.TaskDefinitionArn -like '*web:2' } | ForEach-Object { Submit-EcsTaskStateChange -Task $_.TaskArn -Status STOPPED }").Clean();
        }

        prompt.Settle();
        Assert.Equal(3, least);
        Assert.EndsWith("web:1", prompt.Service().TaskDefinition);
        Assert.All(prompt.Tasks(), task => Assert.EndsWith("web:1", task.TaskDefinitionArn));
        var deployment = prompt.Run("Get-EcsServiceDeployment -Service web -First 1").One<ServiceDeployment>();
        Assert.Equal((ServiceDeploymentStatus.RollbackSuccessful, "TRIGGERED"), (deployment.Status, deployment.DeploymentCircuitBreaker!.Status));
        Assert.Contains(prompt.Events(), message => message.EndsWith("deployment failed: tasks failed to start.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_blue_green_deployment_that_pauses_is_looked_at_and_continued()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $pause = @{ targetType = 'PAUSE'; lifecycleStages = @('POST_SCALE_UP') }
            $null = New-EcsService web -TaskDefinition web -DesiredCount 2
            $null = Step-EcsLocal
            $null = Update-EcsService web -ForceNewDeployment -DeploymentConfiguration @{ strategy = 'BLUE_GREEN'; lifecycleHooks = @($pause) }
            """).Clean();
        prompt.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal([2, 2], prompt.Service().Deployments!.Select(deployment => deployment.RunningCount ?? 0));
        prompt.Run("""
            $deployment = Get-EcsServiceDeployment -Service web -First 1
            Resume-EcsServiceDeployment $deployment.ServiceDeploymentArn -HookId $deployment.LifecycleHookDetails[0].HookId
            """).Clean();
        prompt.Settle();
        Assert.Equal(2, Assert.Single(prompt.Service().Deployments!).RunningCount);
        Assert.Equal(ServiceDeploymentStatus.Successful, prompt.Run("Get-EcsServiceDeployment -Service web -First 1").One<ServiceDeployment>().Status);
    }

    [Fact]
    public void A_busy_service_is_deleted_by_force_only()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 2").Clean();
        prompt.Settle();
        Assert.Equal(("InvalidParameterException", "service web in cluster shop: The service cannot be stopped while it is scaled above 0."), prompt.Refused("Remove-EcsService web -Confirm:$false"));
        Assert.Equal(2, prompt.Service().RunningCount);
        prompt.Run("Remove-EcsService web -Force -Confirm:$false").Clean();
        Assert.Equal("DRAINING", prompt.Service().Status);
        prompt.Settle();
        Assert.Equal(("INACTIVE", 0), (prompt.Service().Status, prompt.Alive().Count));
    }
}
