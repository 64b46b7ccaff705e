using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Behavior of the real service, from recordings and reports, as a user sees it.</summary>
public sealed class RecordedTests
{
    [Theory]
    [InlineData("-ContainerDefinition @{ name = 'app'; image = 'a'; memory = 8; startTimeout = 1 }", "Granular start timeout on container 'app' must be at least 2 seconds.")]
    [InlineData("-ContainerDefinition @{ name = 'app'; image = 'a'; memory = 8; stopTimeout = 0 }", "Granular stop timeout on container 'app' must be at least 2 seconds.")]
    [InlineData("-ContainerDefinition @{ name = 'app'; image = 'a'; memory = 8; essential = $false }", "Task definition doesn't have any essential container.")]
    [InlineData("-ContainerDefinition @{ name = 'app'; image = '<IMAGE>'; memory = 8 }", "Container.image contains invalid characters.")]
    [InlineData("-ContainerDefinition @{ name = 'app'; image = 'shop/app:'; memory = 8 }", "Container.image contains invalid characters.")]
    [InlineData("-TaskRoleArn arn:aws:iam::123456789012:user/x -ContainerDefinition @{ name = 'app'; image = 'a'; memory = 8 }", "Role is not valid")]
    [InlineData("-Memory 64 -ContainerDefinition @{ name = 'app'; image = 'a'; memory = 65 }", "The 'memory' setting for container 'app' is greater than for the task.")]
    [InlineData("-ContainerDefinition @{ name = 'app'; image = 'a'; memory = 8; mountPoints = @{ sourceVolume = 'x'; containerPath = '/x' } }", "Unknown volume 'x'.")]
    [InlineData("-ContainerDefinition @{ name = 'app'; image = 'a'; memory = 8; dependsOn = @{ containerName = 'x'; condition = 'START' } }", "Cannot depend on container + 'x' because it does not exist")]
    [InlineData("-RequiresCompatibilities FARGATE -NetworkMode awsvpc -Cpu lots -Memory 512 -ContainerDefinition @{ name = 'app'; image = 'a' }", "Invalid 'cpu' setting for task.")]
    [InlineData("-RequiresCompatibilities FARGATE -NetworkMode awsvpc -Cpu 256 -Memory 512 -PidMode host -ContainerDefinition @{ name = 'app'; image = 'a' }", "do not support pidMode 'host'")]
    public void A_task_definition_that_ECS_refuses_is_refused_and_takes_no_revision(string parameters, string text)
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Contains(text, Refusal.EcsText(prompt.Run($"Register-EcsTaskDefinition bad {parameters}").Error()), StringComparison.Ordinal);
        Assert.Equal(1, prompt.Run("Register-EcsTaskDefinition bad -ContainerDefinition @{ name = 'app'; image = 'a'; memory = 8 }").One<TaskDefinition>().Revision);
    }

    [Theory]
    [InlineData("Get-EcsTaskDefinition web:x", "Invalid task definition: Invalid revision number.")]
    [InlineData("Get-EcsTaskDefinition web -Include BOGUS", "BOGUS is not a valid value for include. The value must be one of [[TAGS]]")]
    [InlineData("New-EcsService s -Cluster deleted -TaskDefinition web -DesiredCount 1", "The referenced cluster was inactive.")]
    [InlineData("Update-EcsService web -Cluster deleted -DesiredCount 1", "The referenced cluster was inactive.")]
    [InlineData("Start-EcsTask web -Cluster deleted", "The referenced cluster was inactive.")]
    [InlineData("Start-EcsTask old:1 -Cluster deleted", "TaskDefinition is inactive")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -HealthCheckGracePeriodSeconds 30", "Health check grace period is only valid for services configured to use load balancers")]
    [InlineData("New-EcsService s -TaskDefinition vpc -DesiredCount 1 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = @(1..17 | ForEach-Object { \"subnet-$_\" }) } }", "subnets can have at most 16 items.")]
    [InlineData("New-EcsService s -TaskDefinition vpc -DesiredCount 1 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1'; assignPublicIp = 'ENABLED' } }", "Assign public IP is not supported for this launch type.")]
    [InlineData("Start-EcsTask web -StartedBy ('x' * 129)", "startedBy can have at most 128 characters.")]
    [InlineData("$null = Stop-EcsTask $task -Confirm:$false; $null = Step-EcsLocal 60; Get-EcsTag $task", "The specified task is stopped. Specify a running task and try again.")]
    public void ECS_refuses(string script, string text)
    {
        using var prompt = Refusal.World();
        Assert.Contains(text, prompt.Run(script).Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_in_other_units_registers_nothing()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = Register-EcsTaskDefinition sized -Cpu 1024 -Memory 2048 -ContainerDefinition @{ name = 'app'; image = 'a' }
            $null = New-EcsService sized -TaskDefinition sized -DesiredCount 1 -Wait
            """).Clean();
        var said = prompt.Run("Update-EcsService sized -Cpu '1 vCPU' -Memory '2 GB' -Verbose").Clean();
        Assert.Equal(0, said.Calls("RegisterTaskDefinition"));
        Assert.Equal(1, prompt.Run("Get-EcsTaskDefinition sized").One<TaskDefinition>().Revision);
    }

    [Fact]
    public void A_stop_then_start_deployment_is_an_everyday_call()
    {
        using var prompt = Shop.Open();
        var service = prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 1 -DeploymentConfiguration @{ maximumPercent = 100; minimumHealthyPercent = 0 }").One<Service>();
        Assert.Equal(("DISABLED", "ENABLED"), (service.AvailabilityZoneRebalancing, prompt.Run("New-EcsService other -TaskDefinition web -DesiredCount 1").One<Service>().AvailabilityZoneRebalancing));
    }

    [Fact]
    public void A_task_is_as_healthy_as_its_checked_containers()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = Register-EcsTaskDefinition two -ContainerDefinition @{ name = 'a'; image = 'a'; memory = 8; healthCheck = @{ command = 'CMD', 'true'; interval = 5 } }, @{ name = 'b'; image = 'b'; memory = 8 }
            $null = Start-EcsTask two
            $null = Step-EcsLocal 60
            """).Clean();
        Assert.Equal("HEALTHY", prompt.Run("Get-EcsTask").One<EcsTask>().HealthStatus);
    }

    [Fact]
    public void Clusters_have_sixteen_statistics_and_a_deleted_one_keeps_its_tags()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal(16, prompt.Run("Get-EcsCluster shop -Include STATISTICS").One<Cluster>().Statistics!.Count);
        prompt.Run("$null = New-EcsCluster old -Tag @{ team = 'a' }; Remove-EcsCluster old -Confirm:$false").Clean();
        Assert.Equal("a", Assert.Single(prompt.Run("Get-EcsCluster old -Include TAGS").One<Cluster>().Tags!).Value);
    }

    [Fact]
    public void A_stopped_task_that_is_stopped_again_is_answered_narrowly()
    {
        using var prompt = Shop.Open();
        prompt.Run("$task = Start-EcsTask web -Tag @{ a = 'b' }; $null = Step-EcsLocal 30; Stop-EcsTask $task -Reason first -Confirm:$false; $null = Step-EcsLocal 60").Clean();
        var again = prompt.Run("Stop-EcsTask $task -Reason second -PassThru -Confirm:$false").One<EcsTask>();
        Assert.Equal(("STOPPED", "first"), (again.LastStatus, again.StoppedReason));
        Assert.Empty(again.Tags!);
        Assert.Equal("b", Assert.Single(prompt.Run("Get-EcsTask $task -Include TAGS").One<EcsTask>().Tags!).Value);
    }

    [Fact]
    public void Tags_without_a_value_are_refused_and_nothing_is_done()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Contains("Tag value can not be null.", prompt.Run("New-EcsCluster tagged -Tag @{ key = 'team' }, @{ key = 'b'; value = 'c' }").Error().ToString(), StringComparison.Ordinal);
        Assert.Single(prompt.Run("Get-EcsCluster tagged").Errors);
    }
}
