using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Services that are updated to match a file and parameters.</summary>
public sealed class SetServiceTests : IDisposable
{
    private readonly EcsPrompt prompt = Shop.Open();

    public void Dispose() => prompt.Dispose();

    [Fact]
    public void A_service_is_created_then_updated_then_left_alone()
    {
        const string script = "@{ serviceName = 'web'; taskDefinition = 'web:1'; desiredCount = 2; tags = @{ team = 'a' } } | Set-EcsService -Verbose";
        Assert.Equal(["DescribeServices", "CreateService"], prompt.Run(script).Clean().Called);
        Assert.Equal(["DescribeServices"], prompt.Run(script).Clean().Called);
        var said = prompt.Run($"{script} -DesiredCount 3");
        Assert.Equal((3, "DescribeServices UpdateService"), (said.One<Service>().DesiredCount, string.Join(' ', said.Called)));
    }

    [Fact]
    public void A_family_is_its_latest_revision_which_costs_a_call()
    {
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        Assert.Equal(["DescribeServices", "DescribeTaskDefinition"], prompt.Run("Set-EcsService web -TaskDefinition web -Verbose").Clean().Called);
        prompt.Run("$null = Copy-EcsTaskDefinition web -Image nginx:2").Clean();
        Assert.Equal("web:2", prompt.Run("Set-EcsService web -TaskDefinition web").One<Service>().Definition);
    }

    [Fact]
    public void What_is_not_named_stays_and_what_is_a_default_is_no_difference()
    {
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -EnableExecuteCommand -DeploymentConfiguration @{ maximumPercent = 150; minimumHealthyPercent = 50 }").Clean();
        var service = prompt.Run("Set-EcsService web -DeploymentConfiguration @{ maximumPercent = 175 }").One<Service>();
        Assert.Equal((true, 175, 50), (service.EnableExecuteCommand, service.DeploymentConfiguration!.MaximumPercent, service.DeploymentConfiguration.MinimumHealthyPercent));
        const string defaults = "@{ serviceName = 'web'; schedulingStrategy = 'REPLICA'; launchType = 'EC2'; propagateTags = 'NONE'; enableECSManagedTags = $false; deploymentController = @{ type = 'ECS' }; loadBalancers = @(); placementConstraints = @(); deploymentConfiguration = @{ strategy = 'ROLLING'; deploymentCircuitBreaker = @{ enable = $false; rollback = $true } } }";
        Assert.Equal(["DescribeServices"], prompt.Run($"{defaults} | Set-EcsService -Verbose").Clean().Called);
    }

    [Fact]
    public void The_order_of_subnets_and_sizes_is_no_difference()
    {
        prompt.Run("""
            $null = Register-EcsTaskDefinition fg -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'fg'; image = 'a' }
            $null = New-EcsService fg -TaskDefinition fg -DesiredCount 1 -LaunchType FARGATE -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-2', 'subnet-1'; securityGroups = 'sg-2', 'sg-1' } }
            """).Clean();
        Assert.Equal(["DescribeServices"], prompt.Run("Set-EcsService fg -PlatformVersion LATEST -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1', 'subnet-2'; securityGroups = 'sg-1', 'sg-2'; assignPublicIp = 'DISABLED' } } -Verbose").Clean().Called);
        Assert.Equal("UpdateService", prompt.Run("Set-EcsService fg -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1', 'subnet-2' } } -Verbose").Clean().Called[^1]);
    }

    [Fact]
    public void Capacity_changes_with_a_new_deployment()
    {
        prompt.Run("""
            $null = Register-EcsTaskDefinition fg -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'fg'; image = 'a' }
            $null = Set-EcsClusterCapacityProvider shop -CapacityProvider FARGATE, FARGATE_SPOT -DefaultCapacityProviderStrategy FARGATE
            $null = New-EcsService fg -TaskDefinition fg -DesiredCount 1 -LaunchType FARGATE -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1' } } -Wait
            """).Clean();
        Assert.Equal("FARGATE_SPOT", prompt.Run("Set-EcsService fg -CapacityProviderStrategy @{ capacityProvider = 'FARGATE_SPOT'; weight = 1 } -Wait").One<Service>().CapacityProviderStrategy![0].CapacityProvider);
        Assert.Equal(["DescribeServices"], prompt.Run("Set-EcsService fg -CapacityProviderStrategy @{ capacityProvider = 'FARGATE_SPOT'; weight = 1; base = 0 } -Verbose").Clean().Called);
    }

    [Fact]
    public void An_inactive_service_is_created_again_and_one_that_drains_is_waited_for()
    {
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait; Remove-EcsService web -Force -Wait -Confirm:$false").Clean();
        Assert.Equal("ACTIVE", prompt.Run("Set-EcsService web -TaskDefinition web -DesiredCount 1 -Wait").One<Service>().Status);
        prompt.Run("Remove-EcsService web -Force -Confirm:$false").Clean();
        Assert.Equal(0, prompt.Run("Set-EcsService web -TaskDefinition web -DesiredCount 1 -WhatIf -Verbose").Clean().Calls("CreateService"));
        Assert.Equal((1, "ACTIVE"), (prompt.Run("Set-EcsService web -TaskDefinition web -DesiredCount 1 -Wait").One<Service>().RunningCount, prompt.Run("Get-EcsService web").One<Service>().Status));
    }

    [Fact]
    public void What_only_a_new_service_can_have_is_an_error_that_names_it()
    {
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        foreach (var (parameter, problem) in new[] { ("-SchedulingStrategy DAEMON", "schedulingStrategy can't change from REPLICA to DAEMON"), ("-LaunchType FARGATE", "launchType can't change from EC2 to FARGATE"), ("-Role other", "role can't change from (none) to other") })
        {
            var said = prompt.Run($"Set-EcsService web -DesiredCount 5 {parameter} -Verbose");
            Assert.StartsWith("OnlyNewService,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains($"service web in cluster shop: {problem}: only a new service can have another value.", said.Error().ToString(), StringComparison.Ordinal);
            Assert.Equal(["DescribeServices"], said.Called);
        }
    }

    [Fact]
    public void Tags_are_set_and_removed_by_calls_of_their_own()
    {
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Tag @{ a = '1'; b = '2' }").Clean();
        var said = prompt.Run("Set-EcsService web -Tag @{ b = '3'; c = '4' } -Verbose");
        Assert.Equal(["DescribeServices", "UntagResource", "TagResource"], said.Called);
        Assert.Equal("b=3 c=4", string.Join(' ', prompt.Run("(Get-EcsService web -Include TAGS).Tags").All<Tag>().Select(tag => $"{tag.Key}={tag.Value}").Order()));
    }

    [Fact]
    public void Several_services_go_on_when_one_is_refused()
    {
        prompt.Run("'a', 'b' | ForEach-Object { $null = New-EcsService $_ -TaskDefinition web -DesiredCount 1 }; $null = New-EcsService d -TaskDefinition web -SchedulingStrategy DAEMON").Clean();
        var said = prompt.Run("Get-EcsService | Set-EcsService -DesiredCount 2");
        Assert.Equal(["a", "b"], said.Output.Select(service => service.ToString()));
        Assert.Contains("service d in cluster shop: The daemon scheduling strategy does not support a desired count", said.Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_member_is_an_error_and_counts_of_other_tools_are_not()
    {
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        Assert.Contains("desiredCuont: CreateServiceRequest has no such member; did you mean desiredCount?", prompt.Run("""'{"serviceName":"web","desiredCuont":2}' | Set-EcsService""").Error().ToString(), StringComparison.Ordinal);
        Assert.Contains("roleArn: CreateServiceRequest has no such member", prompt.Run("""'{"serviceName":"web","roleArn":"x"}' | Set-EcsService""").Error().ToString(), StringComparison.Ordinal);
        Assert.StartsWith("MissingServiceName,", prompt.Run("""'{"desiredCount":2}' | Set-EcsService""").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["DescribeServices"], prompt.Run("""'{"service":"web","runningCount":7,"pendingCount":0,"platformFamily":"Linux"}' | Set-EcsService -Verbose""").Clean().Called);
    }

    [Fact]
    public void WhatIf_shows_old_and_new_and_the_forecast_and_sends_nothing()
    {
        using var viewer = Formatting.Viewer.AsShipped(120, colours: false);
        viewer.Evaluate($"Stop-EcsLocal; & '{EcsPrompt.Metadata("Repository")}docs/examples/shop.ps1'");
        using var docs = new EcsTools.Docs.Prompt();
        var seen = docs.Type($"& '{EcsPrompt.Metadata("Repository")}docs/examples/shop.ps1'; Set-EcsService web -DesiredCount 4 -WhatIf; Set-EcsService api -TaskDefinition worker -DesiredCount 1 -WhatIf");
        Assert.Contains("desiredCount: 3 → 4\" on target \"service web in cluster shop\"", seen, StringComparison.Ordinal);
        Assert.Contains("1. service web: start 1 task", seen, StringComparison.Ordinal);
        Assert.Contains("\"Create, with 1 task of worker\" on target \"service api in cluster shop\"", seen, StringComparison.Ordinal);
        Assert.Contains("1. service api: start 1 task", seen, StringComparison.Ordinal);
        Assert.Equal("3", docs.Type("(Get-EcsService web).DesiredCount"));
    }
}
