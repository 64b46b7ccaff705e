using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Services found by the namespace that they take part in, whatever their cluster.</summary>
public sealed class NamespaceTests
{
    [Fact]
    public void Services_of_several_clusters_are_described_each_in_its_own()
    {
        using var prompt = Open();
        Assert.Equal(["elsewhere/api", "shop/web"], Names("Get-EcsService -Namespace internal"));
        Assert.Equal(["elsewhere/api"], Names("Get-EcsService a* -Namespace internal"));
        Assert.Equal(["shop/web"], Names("Get-EcsService -Namespace internal -Cluster shop"));
        Assert.Empty(Names("Get-EcsService -Namespace internal -LaunchType FARGATE"));

        IEnumerable<string> Names(string script) => prompt.Run(script).All<Service>().Select(s => $"{s.ClusterArn!.Split('/')[1]}/{s.ServiceName}");
    }

    [Fact]
    public void A_namespace_that_nobody_names_is_an_error()
    {
        using var prompt = Open();
        Assert.Equal("NamespaceNotFoundException,EcsTools.Commands.GetEcsServiceCommand", prompt.Run("Get-EcsService -Namespace nosuch").Error().FullyQualifiedErrorId);
    }

    [Fact]
    public void Joining_a_namespace_is_a_deployment_of_a_revision_that_shows_it()
    {
        using var prompt = Open();
        prompt.Run("$null = Update-EcsService lone -ServiceConnectConfiguration @{ enabled = $true; namespace = 'internal' }").Clean();
        Assert.Equal(2, prompt.Run("Get-EcsService lone").One<Service>().Deployments!.Count);
        Assert.Equal("internal", prompt.Run("(Get-EcsService lone | Get-EcsServiceRevision)[0]").One<ServiceRevision>().ServiceConnectConfiguration!.Namespace);
        Assert.Equal(3, prompt.Run("Get-EcsService -Namespace internal").All<Service>().Count);
    }

    [Fact]
    public void The_request_names_the_namespace()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"serviceArns":[]}"""));
        using var prompt = new EcsPrompt();
        prompt.Run($"Get-EcsService -Namespace internal -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b").Clean();
        Assert.Equal("""{"namespace":"internal","maxResults":100}""", Assert.Single(peer.Received).Text);
    }

    private static EcsPrompt Open()
    {
        var prompt = Shop.Open();
        prompt.Run("""
            $null = New-EcsCluster elsewhere -ServiceConnectDefaults @{ namespace = 'internal' }
            $null = New-EcsService api -Cluster elsewhere -TaskDefinition web -DesiredCount 0 -ServiceConnectConfiguration @{ enabled = $true }
            $null = New-EcsService web -TaskDefinition web -DesiredCount 0 -ServiceConnectConfiguration @{ enabled = $true; namespace = 'internal' }
            $null = New-EcsService lone -TaskDefinition web -DesiredCount 0
            """).Clean();
        return prompt;
    }
}
