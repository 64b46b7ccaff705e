using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Tab offers what belongs to something that stands in the line already, or goes by its ARN alone.</summary>
public sealed class DependentCompletionTests
{
    private const string Role = "arn:aws:iam::123456789012:role/infrastructure";

    [Fact]
    public void Containers_are_those_of_the_task()
    {
        using var prompt = Shop.Open();
        var task = prompt.Run("$null = Register-EcsTaskDefinition two -ContainerDefinition @{ name = 'app'; image = 'a'; memory = 64 }, @{ name = 'proxy'; image = 'p'; memory = 64 }; (Start-EcsTask two).TaskArn").One<string>();
        Assert.Equal(["app", "proxy"], prompt.Tab($"Invoke-EcsCommand {task} /bin/sh -Container "));
        Assert.Equal(["proxy"], prompt.Tab($"Submit-EcsContainerStateChange {task.Split('/')[^1]} p"));
        Assert.StartsWith("PENDING a", prompt.Offers($"Invoke-EcsCommand {task} /bin/sh -Container a", offers => offers.Count > 0)[0].ToolTip, StringComparison.Ordinal);
        Assert.Empty(prompt.Tab("Submit-EcsContainerStateChange nosuch "));
    }

    [Fact]
    public void Keys_of_tags_are_those_of_the_resource()
    {
        using var prompt = Shop.Open(instances: 0);
        var cluster = prompt.Run("$null = Add-EcsTag (Get-EcsCluster).ClusterArn @{ team = 'web'; stage = 'prod' }; (Get-EcsCluster).ClusterArn").One<string>();
        Assert.Equal(["stage", "team"], prompt.Tab($"Remove-EcsTag {cluster} ").Order());
        Assert.Equal("team=web", Assert.Single(prompt.Offers($"Remove-EcsTag {cluster} -TagKey t", offers => offers.Count > 0)).ToolTip);
    }

    [Fact]
    public void Attributes_and_their_values_are_those_on_the_instances()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("Get-EcsContainerInstance | Set-EcsAttribute stack -Value blue | Out-Null").Clean();
        Assert.Equal(["stack"], prompt.Tab("Get-EcsAttribute st"));
        Assert.Equal(["stack"], prompt.Tab("Set-EcsAttribute st"));
        Assert.Equal(["blue"], prompt.Tab("Set-EcsAttribute stack -Value "));
        Assert.Equal("on 2 container instances", Assert.Single(prompt.Offers("Get-EcsAttribute stack -AttributeValue ", offers => offers.Count > 0)).ToolTip);
    }

    [Fact]
    public void Task_sets_are_those_of_the_service()
    {
        using var prompt = Shop.Open();
        var set = prompt.Run("$null = New-EcsService ext -DesiredCount 2 -DeploymentController @{ type = 'EXTERNAL' }; (New-EcsTaskSet ext -TaskDefinition web -Scale 100).Id").One<string>();
        foreach (var line in new[] { "Get-EcsTaskSet ext ", "Update-EcsTaskSet -Service ext -TaskSet ", "Remove-EcsTaskSet -Service ext ", "Update-EcsServicePrimaryTaskSet ext " }) Assert.Equal([set], prompt.Tab(line));
        Assert.StartsWith("ACTIVE web:1 ", Assert.Single(prompt.Offers("Get-EcsTaskSet ext -TaskSet ", offers => offers.Count > 0)).ToolTip, StringComparison.Ordinal);
    }

    [Fact]
    public void Service_deployments_are_found_by_their_services_name_and_inserted_as_ARNs()
    {
        using var prompt = Shop.Open();
        prompt.Run("'web', 'worker' | ForEach-Object { $null = New-EcsService $_ -TaskDefinition web -DesiredCount 1 -Wait }").Clean();
        var deployment = prompt.Run("(Get-EcsServiceDeployment web).ServiceDeploymentArn").One<string>();
        Assert.Equal([deployment], prompt.Tab("Stop-EcsServiceDeployment we"));
        Assert.Equal([deployment], prompt.Tab("Get-EcsServiceDeployment web "));
        Assert.Equal(2, prompt.Tab("Resume-EcsServiceDeployment ").Count);
        Assert.Equal([prompt.Run("(Get-EcsServiceRevision -Service web).ServiceRevisionArn").One<string>()], prompt.Tab("Get-EcsServiceRevision web/"));
    }

    [Fact]
    public void Hooks_are_those_of_the_service_deployment()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"serviceDeployments":[{"lifecycleHookDetails":[{"hookId":"approval","status":"AWAITING_ACTION"}]}]}"""));
        using var prompt = new EcsPrompt();
        var offer = Assert.Single(prompt.Offers($"Resume-EcsServiceDeployment arn:d -Region us-east-1 -AccessKey a -SecretKey b -EndpointUrl {peer.Url} -HookId ", offers => offers.Count > 0));
        Assert.Equal(("approval", "AWAITING_ACTION"), (offer.CompletionText, offer.ToolTip));
    }

    [Fact]
    public void Daemons_and_what_belongs_to_them_go_by_ARN_and_are_typed_by_name()
    {
        using var prompt = DaemonTests.Agent();
        var daemon = prompt.Run("(Get-EcsDaemon).DaemonArn").One<string>();
        Assert.Equal([daemon], prompt.Tab("Update-EcsDaemon ag"));
        Assert.Equal([daemon], prompt.Tab("Wait-EcsDaemon "));
        Assert.Equal(["agent"], prompt.Tab("Get-EcsTask -DaemonName a"));
        Assert.Equal("ACTIVE", Assert.Single(prompt.Offers("Get-EcsDaemon ", offers => offers.Count > 0)).ToolTip);
        Assert.Empty(prompt.Tab("Get-EcsDaemon -Cluster other -Daemon "));
        Assert.Equal(prompt.Run("(Get-EcsDaemonDeployment -Daemon (Get-EcsDaemon).DaemonArn).DaemonDeploymentArn").All<string>(), prompt.Tab($"Get-EcsDaemonDeployment -Daemon {daemon} -DaemonDeployment "));
        Assert.Equal(prompt.Run("(Get-EcsDaemonRevision -Daemon (Get-EcsDaemon).DaemonArn).DaemonRevisionArn").All<string>(), prompt.Tab($"Get-EcsDaemonRevision -Daemon {daemon} -DaemonRevision "));
        Assert.Equal(["agent:1"], prompt.Tab("Get-EcsDaemonTaskDefinition a"));
        Assert.EndsWith("daemon-task-definition/agent:1", Assert.Single(prompt.Tab("Update-EcsDaemon x -DaemonTaskDefinitionArn ")), StringComparison.Ordinal);
        Assert.EndsWith("capacity-provider/FARGATE_SPOT", Assert.Single(prompt.Tab("New-EcsDaemon x -CapacityProviderArn fargate_")), StringComparison.Ordinal);
    }

    [Fact]
    public void Gateways_and_Express_services_are_completed()
    {
        using var prompt = Shop.Open(instances: 0);
        var service = prompt.Run($$"""
            $null = New-EcsGateway front -InfrastructureRoleArn {{Role}} -Configuration @{ hostSharedAlb = @{} }
            $null = New-EcsService plain -TaskDefinition web -DesiredCount 0
            (New-EcsExpressGatewayService site -InfrastructureRoleArn {{Role}} -ExecutionRoleArn {{Role}} -PrimaryContainer @{ image = 'site:1' }).ServiceArn
            """).One<string>();
        Assert.Equal("ACTIVE", Assert.Single(prompt.Offers("Get-EcsGateway fr", offers => offers.Count > 0)).ToolTip);
        Assert.Equal(["site"], prompt.Tab("Get-EcsExpressGatewayService "));
        Assert.Equal([service], prompt.Tab("Update-EcsExpressGatewayService s"));
        Assert.Empty(prompt.Tab("Get-EcsGatewayRoute "));
    }
}
