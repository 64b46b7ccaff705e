using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Predict;

/// <summary>Predictions read a whole cluster, whatever is in it.</summary>
public sealed class WholeClusterTests
{
    [Fact]
    public void One_that_runs_a_daemon_is_predicted()
    {
        using var prompt = DaemonTests.Agent();
        prompt.Run("""
            $null = Register-EcsTaskDefinition job -ContainerDefinition @{ name = 'job'; image = 'job'; cpu = 64; memory = 64 } -RequiresCompatibility MANAGED_INSTANCES -NetworkMode awsvpc -Cpu 256 -Memory 512
            $null = Start-EcsTask job -CapacityProviderStrategy mi -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1' } }
            $null = New-EcsService web -TaskDefinition job -DesiredCount 1 -CapacityProviderStrategy mi -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1' } }
            $null = Step-EcsLocal 00:10:00
            """).Clean();
        Assert.NotEmpty(prompt.Run("Get-EcsTask -DaemonName agent").All<EcsTask>());
        Assert.Single(prompt.Run("Test-EcsDeployment web -ForceNewDeployment").Clean().Output);
        Assert.NotEmpty(prompt.Run("Test-EcsPlacement job").Clean().Output);
        Assert.Empty(prompt.Run("Update-EcsService web -DesiredCount 2 -WhatIf").Warnings);
        Assert.Empty(prompt.Run("Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING -WhatIf").Warnings);
    }

    [Fact]
    public void One_with_more_capacity_providers_than_ECS_describes_in_a_call_is_predicted()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $names = 1..12 | ForEach-Object { (New-EcsCapacityProvider "cp$_" -AutoScalingGroupProvider @{ autoScalingGroupArn = "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:11111111-1111-1111-1111-111111111111:autoScalingGroupName/g$_" }).Name }
            $null = Set-EcsClusterCapacityProvider shop -CapacityProvider $names -DefaultCapacityProviderStrategy @()
            $null = New-EcsService web -TaskDefinition web -DesiredCount 1 -LaunchType EC2 -Wait
            """).Clean();
        Assert.Single(prompt.Run("Test-EcsDeployment web -ForceNewDeployment").Clean().Output);
        Assert.NotEmpty(prompt.Run("Test-EcsPlacement web").Clean().Output);
        Assert.Equal(12, prompt.Run("Get-EcsCapacityProvider cp*").Clean().Output.Count);
        Assert.Contains("cp12", prompt.Tab("Start-EcsTask web -CapacityProviderStrategy "));
    }

    [Fact]
    public void A_drain_waits_for_tasks_behind_the_first_page_of_a_list()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("""
            $null = Register-EcsTaskDefinition slow -ContainerDefinition @{ name = 'slow'; image = 'slow'; cpu = 8; memory = 8; stopTimeout = 100 }
            $null = Set-EcsLocalBehavior -Family slow -IgnoreSigterm
            $slow = Start-EcsTask slow
            $null = Step-EcsLocal
            $null = Start-EcsTask web -Count 60
            $null = Step-EcsLocal
            Get-EcsTask -Family web | Stop-EcsTask
            $null = Step-EcsLocal
            $null = Start-EcsTask web -Count 60
            $null = Step-EcsLocal
            Get-EcsTask -Family web | Stop-EcsTask
            $null = Step-EcsLocal
            $slow | Stop-EcsTask
            $null = Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING -Wait
            """).Clean();
        Assert.Equal("STOPPED", prompt.Run("$slow | Get-EcsTask").One<EcsTask>().LastStatus);
    }
}
