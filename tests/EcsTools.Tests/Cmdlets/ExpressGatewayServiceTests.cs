using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Express services from the prompt: a service on Fargate from one image.</summary>
public sealed class ExpressGatewayServiceTests
{
    private const string Infrastructure = "arn:aws:iam::123456789012:role/infrastructure";
    private const string Roles = $"-InfrastructureRoleArn {Infrastructure} -ExecutionRoleArn arn:aws:iam::123456789012:role/execution";
    private const string New = $"New-EcsExpressGatewayService site {Roles} -PrimaryContainer @{{ image = 'site:1' }}";

    [Fact]
    public void An_image_and_two_roles_make_a_service_with_the_defaults_of_ECS()
    {
        using var prompt = Shop.Open(instances: 0);
        var service = prompt.Run($"{New} -Tag @{{ team = 'web' }}").One<ECSExpressGatewayService>();
        Assert.Equal(("shop", "site", "ACTIVE", Infrastructure), (service.Cluster, service.ServiceName, service.Status!.StatusCode, service.InfrastructureRoleArn));
        Assert.Equal("web", service.Tags![0].Value);
        var configuration = Assert.Single(service.ActiveConfigurations!);
        Assert.Equal(("256", "512", "X86_64", "/ping", 80), (configuration.Cpu, configuration.Memory, configuration.CpuArchitecture, configuration.HealthCheckPath, configuration.PrimaryContainer!.ContainerPort));
        Assert.Equal((1, "AVERAGE_CPU", 60), (configuration.ScalingTarget!.MinTaskCount, configuration.ScalingTarget.AutoScalingMetric, configuration.ScalingTarget.AutoScalingTargetValue));
        Assert.Equal("PUBLIC", configuration.IngressPaths![0].AccessType);
        Assert.Contains("service-revision/shop/site/", configuration.ServiceRevisionArn, StringComparison.Ordinal);
    }

    [Fact]
    public void Beneath_it_a_service_runs_on_Fargate_from_a_task_definition_that_ECS_made()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"$null = {New} -ScalingTarget @{{ minTaskCount = 2 }}; $null = Step-EcsLocal").Clean();
        var service = prompt.Run("Get-EcsService site").One<Service>();
        Assert.Equal(("ECS", "FARGATE", 2), (service.ResourceManagementType, service.LaunchType, service.RunningCount));
        var definition = prompt.Run("Get-EcsTaskDefinition (Get-EcsService site).TaskDefinition").One<TaskDefinition>();
        Assert.Equal(("Main", "site:1"), (definition.ContainerDefinitions![0].Name, definition.ContainerDefinitions[0].Image));
    }

    [Fact]
    public void An_update_deploys_the_change_and_keeps_the_rest()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"$null = {New} -HealthCheckPath /up; $null = Step-EcsLocal").Clean();
        var updated = prompt.Run("Get-EcsExpressGatewayService site | Update-EcsExpressGatewayService -PrimaryContainer @{ image = 'site:2'; containerPort = 8080 } -Memory 1024").One<UpdatedExpressGatewayService>();
        Assert.Equal(("site:2", 8080, "1024", "256", "/up"), (updated.TargetConfiguration!.PrimaryContainer!.Image, updated.TargetConfiguration.PrimaryContainer.ContainerPort, updated.TargetConfiguration.Memory, updated.TargetConfiguration.Cpu, updated.TargetConfiguration.HealthCheckPath));
        Assert.Equal(2, prompt.Run("Get-EcsExpressGatewayService site").One<ECSExpressGatewayService>().ActiveConfigurations!.Count);
        var settled = prompt.Run("$null = Step-EcsLocal; Get-EcsExpressGatewayService site").One<ECSExpressGatewayService>();
        Assert.Equal("site:2", Assert.Single(settled.ActiveConfigurations!).PrimaryContainer!.Image);
    }

    [Fact]
    public void Express_services_are_found_by_name_wildcard_and_arn_among_other_services()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"$null = {New}; $null = {New.Replace(" site ", " blog ", StringComparison.Ordinal)}; $null = New-EcsService plain -TaskDefinition web -DesiredCount 0").Clean();
        Assert.Equal(["blog", "site"], Names("Get-EcsExpressGatewayService"));
        Assert.Equal(["site"], Names("Get-EcsExpressGatewayService s*"));
        Assert.Equal(["blog"], Names("Get-EcsExpressGatewayService (Get-EcsService blog).ServiceArn"));
        Assert.Equal("MISSING,EcsTools.Commands.GetEcsExpressGatewayServiceCommand", prompt.Run("Get-EcsExpressGatewayService plain").Error().FullyQualifiedErrorId);
        Assert.Equal("ResourceNotFoundException,EcsTools.Commands.GetEcsExpressGatewayServiceCommand", prompt.Run("Get-EcsService plain | Get-EcsExpressGatewayService").Error().FullyQualifiedErrorId);
        Assert.Null(prompt.Run("Get-EcsExpressGatewayService site").One<ECSExpressGatewayService>().Tags);
        Assert.NotNull(prompt.Run("Get-EcsExpressGatewayService site -Include tags").One<ECSExpressGatewayService>().Tags);

        IEnumerable<string?> Names(string script) => prompt.Run(script).All<ECSExpressGatewayService>().Select(s => s.ServiceName);
    }

    [Fact]
    public void A_removed_service_drains_and_becomes_inactive()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"$null = {New}; $null = Step-EcsLocal; $site = Get-EcsExpressGatewayService site").Clean();
        Assert.Equal("DRAINING", prompt.Run("$site | Remove-EcsExpressGatewayService -Confirm:$false -PassThru").One<ECSExpressGatewayService>().Status!.StatusCode);
        Assert.Equal("ServiceNotActiveException,EcsTools.Commands.RemoveEcsExpressGatewayServiceCommand", prompt.Run("$site | Remove-EcsExpressGatewayService -Confirm:$false").Error().FullyQualifiedErrorId);
        Assert.Equal("INACTIVE", prompt.Run("$null = Step-EcsLocal; $site | Get-EcsExpressGatewayService").One<ECSExpressGatewayService>().Status!.StatusCode);
    }

    [Fact]
    public void A_task_definition_of_ones_own_needs_a_container_Main_with_a_named_port()
    {
        using var prompt = Shop.Open(instances: 0);
        const string own = $"New-EcsExpressGatewayService own -InfrastructureRoleArn {Infrastructure} -TaskDefinitionArn (Get-EcsTaskDefinition own).TaskDefinitionArn";
        const string register = "$null = Register-EcsTaskDefinition own -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition";
        Assert.Contains("named Main", Refused($"{register} @{{ name = 'web'; image = 'i' }}; {own}"), StringComparison.Ordinal);
        Assert.Contains("exactly one TCP port", Refused($"{register} @{{ name = 'Main'; image = 'i' }}; {own}"), StringComparison.Ordinal);
        var service = prompt.Run($"{register} @{{ name = 'Main'; image = 'i'; portMappings = @(@{{ name = 'http'; containerPort = 80 }}) }}; {own}").One<ECSExpressGatewayService>();
        Assert.EndsWith("task-definition/own:3", service.ActiveConfigurations![0].TaskDefinitionArn, StringComparison.Ordinal);

        string Refused(string script) => prompt.Run(script).Error().ToString();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Set-EcsContext -Cluster default")]
    public void Without_a_cluster_the_default_one_is_made(string context)
    {
        using var prompt = new EcsPrompt();
        Assert.Equal("default", prompt.Run($"$null = Start-EcsLocal -ManualClock; {context}; {New}").One<ECSExpressGatewayService>().Cluster);
        Assert.Equal("ACTIVE", prompt.Run("Get-EcsCluster default").One<Cluster>().Status);
    }

    [Theory]
    [InlineData($"New-EcsExpressGatewayService x {Roles}", "InvalidParameterException", "primaryContainer must have an image.")]
    [InlineData($"New-EcsExpressGatewayService x -InfrastructureRoleArn {Infrastructure} -PrimaryContainer @{{ image = 'i' }}", "InvalidParameterException", "executionRoleArn is required without taskDefinitionArn.")]
    [InlineData($"New-EcsExpressGatewayService x {Roles} -PrimaryContainer @{{ image = 'i' }} -TaskDefinitionArn web", "InvalidParameterException", "can not be given together")]
    [InlineData($"New-EcsExpressGatewayService x {Roles} -PrimaryContainer @{{ image = 'i' }} -HealthCheckPath up", "InvalidParameterException", "healthCheckPath must start with a slash.")]
    [InlineData($"New-EcsExpressGatewayService x {Roles} -PrimaryContainer @{{ image = 'i' }} -Cpu 7", "InvalidParameterException", "No Fargate configuration exists")]
    [InlineData($"New-EcsExpressGatewayService x {Roles} -PrimaryContainer @{{ image = 'i' }} -ScalingTarget @{{ minTaskCount = 3; maxTaskCount = 2 }}", "InvalidParameterException", "maxTaskCount can not be lesser")]
    [InlineData($"New-EcsExpressGatewayService x {Roles} -PrimaryContainer @{{ image = 'i' }} -Cluster nosuch", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Update-EcsExpressGatewayService arn:aws:ecs:us-east-1:123456789012:service/shop/nosuch -Cpu 512", "ServiceNotFoundException", "Service not found.")]
    [InlineData("Remove-EcsExpressGatewayService web -Confirm:$false", "InvalidParameterException", "is no ARN of a service")]
    public void A_wrong_request_is_refused_in_words(string script, string code, string message)
    {
        using var prompt = Shop.Open(instances: 0);
        var error = prompt.Run(script).Error();
        Assert.StartsWith(code + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run($$"""
            $VerbosePreference = 'Continue'
            {{New}} -WhatIf
            Update-EcsExpressGatewayService arn:x -Cpu 512 -WhatIf
            Remove-EcsExpressGatewayService arn:x -WhatIf
            """).Clean();
        Assert.DoesNotContain(said.Verbose, v => v.Message.Contains("request", StringComparison.Ordinal));
        Assert.Empty(said.Output);
    }

    [Fact]
    public void The_requests_say_what_the_parameters_say()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"service":{"serviceArn":"arn:s"},"serviceArns":[]}"""));
        using var prompt = new EcsPrompt();
        var at = $"-Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b";
        prompt.Run($$"""
            $null = New-EcsExpressGatewayService s -Cluster shop -InfrastructureRoleArn arn:i -ExecutionRoleArn arn:e -PrimaryContainer @{ image = 'i'; environment = @(@{ name = 'A'; value = 'b' }) } -CpuArchitecture arm64 {{at}}
            $null = Update-EcsExpressGatewayService arn:s -NetworkConfiguration @{ subnets = @('subnet-1') } {{at}}
            Get-EcsExpressGatewayService -Cluster shop {{at}}
            """).Clean();
        Assert.Equal(
            ["""{"infrastructureRoleArn":"arn:i","executionRoleArn":"arn:e","serviceName":"s","cluster":"shop","primaryContainer":{"image":"i","environment":[{"name":"A","value":"b"}]},"cpuArchitecture":"ARM64"}""",
             """{"serviceArn":"arn:s","networkConfiguration":{"subnets":["subnet-1"]}}""",
             """{"cluster":"shop","maxResults":100,"resourceManagementType":"ECS"}"""],
            peer.Received.Select(r => r.Text));
    }
}
