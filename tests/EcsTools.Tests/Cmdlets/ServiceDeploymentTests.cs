using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Service deployments and revisions at the prompt.</summary>
public sealed class ServiceDeploymentTests
{
    private const string Updated = """
        $null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait
        $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx:2'; memory = 64 }
        $null = Update-EcsService web -TaskDefinition web
        """;

    [Fact]
    public void Without_a_service_nothing_is_listed_and_a_missing_one_is_named()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 0 -Wait").Clean();
        Assert.StartsWith("MissingService,", prompt.Run("Get-EcsServiceDeployment").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("MissingService,", prompt.Run("Get-EcsServiceRevision *").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("MissingDaemon,", prompt.Run("Get-EcsDaemonDeployment").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        var said = prompt.Run("Get-EcsServiceDeployment nosuch, web");
        Assert.StartsWith("nosuch: ", said.Error().ToString(), StringComparison.Ordinal);
        Assert.Single(said.Output);
        Assert.StartsWith("nosuch: Cluster not found.", prompt.Run("Get-EcsServiceDeployment web -Cluster nosuch").Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Services_on_the_pipeline_give_their_deployments_the_newest_first()
    {
        using var prompt = Shop.Open();
        prompt.Run(Updated).Clean();
        var deployments = prompt.Run("Get-EcsService | Get-EcsServiceDeployment").All<ServiceDeployment>();
        Assert.Equal(["PENDING", "SUCCESSFUL"], deployments.Select(d => d.Status));
        Assert.Equal("SUCCESSFUL", prompt.Run("Get-EcsServiceDeployment web -Status successful").One<ServiceDeployment>().Status);
        Assert.Equal("PENDING", prompt.Run("Get-EcsServiceDeployment web -First 1").One<ServiceDeployment>().Status);
        Assert.Empty(prompt.Run("Get-EcsServiceDeployment web -CreatedAt @{ before = [datetime]'2001-01-01' }").Clean().Output);
        Assert.Equal(deployments[1].ServiceDeploymentArn, prompt.Run($"Get-EcsServiceDeployment -ServiceDeployment {deployments[1].ServiceDeploymentArn}").One<ServiceDeployment>().ServiceDeploymentArn);
        Assert.Equal(2, prompt.Run("Get-EcsServiceDeployment web | Get-EcsServiceDeployment").All<ServiceDeployment>().Count);
    }

    [Fact]
    public void Stopping_a_services_current_deployment_rolls_it_back()
    {
        using var prompt = Shop.Open();
        prompt.Run(Updated).Clean();
        var stopped = prompt.Run("Get-EcsService web | Stop-EcsServiceDeployment -PassThru").One<ServiceDeployment>();
        Assert.Equal("ROLLBACK_REQUESTED", stopped.Status);
        prompt.Run("$null = Step-EcsLocal").Clean();
        Assert.EndsWith("web:1", prompt.Run("Get-EcsService web").One<Service>().TaskDefinition, StringComparison.Ordinal);
        var error = prompt.Run("Get-EcsServiceDeployment web -First 1 | Stop-EcsServiceDeployment").Error();
        Assert.Equal("ConflictException,EcsTools.Commands.StopEcsServiceDeploymentCommand", error.FullyQualifiedErrorId);
        Assert.StartsWith("service deployment ", (string)error.TargetObject, StringComparison.Ordinal);
    }

    [Fact]
    public void Revisions_are_found_from_services_deployments_and_history()
    {
        using var prompt = Shop.Open();
        prompt.Run(Updated).Clean();
        Assert.Equal(["web:2", "web:1"], Definitions("Get-EcsService web | Get-EcsServiceRevision"));
        Assert.Equal(["web:2", "web:1"], Definitions("Get-EcsServiceDeployment web -First 1 | Get-EcsServiceRevision"));
        Assert.Equal(["web:2", "web:1"], Definitions("Get-EcsServiceRevision -Service web"));
        Assert.Equal(["web:1"], Definitions("Get-EcsServiceRevision (Get-EcsServiceDeployment web)[1].TargetServiceRevision.Arn"));
        Assert.Equal(["web:1"], Definitions("(Get-EcsServiceRevision -Service web)[1] | Get-EcsServiceRevision"));

        IEnumerable<string> Definitions(string script) => prompt.Run(script).All<ServiceRevision>().Select(r => r.TaskDefinition!.Split('/')[1]);
    }

    [Fact]
    public void Going_on_without_a_pause_is_an_error()
    {
        using var prompt = Shop.Open();
        prompt.Run(Updated).Clean();
        Assert.StartsWith("InvalidParameterException,", prompt.Run("Get-EcsService web | Resume-EcsServiceDeployment -HookId h").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_deployment_is_an_error_and_a_missing_service_too()
    {
        using var prompt = Shop.Open();
        prompt.Run(Updated).Clean();
        Assert.StartsWith("MISSING,", prompt.Run("Get-EcsServiceDeployment -ServiceDeployment arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/x").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ServiceNotFoundException,", prompt.Run("Get-EcsServiceDeployment nosuch").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_requests_say_what_the_parameters_say()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"serviceDeployments":[],"failures":[],"serviceDeploymentArn":"a"}"""));
        using var prompt = new EcsPrompt();
        var at = $"-Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b";
        prompt.Run($"""
            Get-EcsServiceDeployment web -Cluster shop -Status pending, successful -CreatedAt @{"{"} after = [datetime]::UnixEpoch.AddDays(1) {"}"} {at}
            Stop-EcsServiceDeployment a -StopType abort {at}
            Resume-EcsServiceDeployment a -HookId h -Action rollback {at}
            """).Clean();
        Assert.Equal(
            ["""{"service":"web","cluster":"shop","status":["PENDING","SUCCESSFUL"],"createdAt":{"after":86400},"maxResults":100}""",
             """{"serviceDeploymentArn":"a","stopType":"ABORT"}""",
             """{"serviceDeploymentArn":"a","hookId":"h","action":"ROLLBACK"}"""],
            peer.Received.Select(r => r.Text));
    }
}
