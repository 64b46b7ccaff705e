using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Gateways, their clusters and their routes from the prompt.</summary>
public sealed class GatewayTests
{
    private const string Role = "arn:aws:iam::123456789012:role/gateways";

    [Fact]
    public void A_gateway_is_made_with_the_defaults_of_ECS()
    {
        using var prompt = Shop.Open(instances: 0);
        var gateway = prompt.Run($"New-EcsGateway front -InfrastructureRoleArn {Role} -Configuration @{{ hostSharedAlb = @{{}} }} -Tag @{{ team = 'web' }}").One<Gateway>();
        Assert.Matches("^arn:aws:ecs:us-east-1:123456789012:gateway/front/[0-9a-f]{32}$", gateway.GatewayArn);
        Assert.Equal(("ACTIVE", true, "PUBLIC", "GATEWAY"), (gateway.Status, gateway.DeletionProtection!.Value, gateway.AccessType, gateway.PropagateTags));
        var balancers = gateway.Configuration!.HostSharedAlb!;
        Assert.Equal(("internet-facing", 443, "HTTPS", 10, 0, "defensive"), (balancers.Scheme, balancers.Port, balancers.Protocol, balancers.MaxAlbCount, balancers.CurrentAlbCount, balancers.HttpDesync));
        Assert.Equal("dualstack", balancers.NetworkConfiguration!.IpAddressType);
        Assert.Equal("web", gateway.Tags![0].Value);
    }

    [Theory]
    [InlineData("$gateway")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($gateway, 12))")]
    public void A_removed_gateway_is_made_anew_from_its_object_and_from_copies_of_it(string piped)
    {
        using var prompt = Shop.Open(instances: 0);
        var made = prompt.Run($$"""
            $gateway = New-EcsGateway front -InfrastructureRoleArn {{Role}} -Configuration @{ hostSharedAlb = @{ maxAlbCount = 7 } } -DeletionProtection:$false
            $gateway = Get-EcsGateway front
            Remove-EcsGateway front -Confirm:$false -Wait
            {{piped}} | New-EcsGateway
            """).One<Gateway>();
        Assert.Equal(("front", 7), (made.Name, made.Configuration!.HostSharedAlb!.MaxAlbCount));
    }

    [Fact]
    public void Gateways_are_found_by_name_wildcard_arn_and_status()
    {
        using var prompt = Gates();
        Assert.Equal(["back", "front"], Names("Get-EcsGateway"));
        Assert.Equal(["front"], Names("Get-EcsGateway fr*"));
        Assert.Equal(["front"], Names("Get-EcsGateway front"));
        Assert.Equal(["back"], Names("Get-EcsGateway (Get-EcsGateway back).GatewayArn"));
        Assert.Equal(["back"], Names("Get-EcsGateway -Name back, nosuch -ErrorAction SilentlyContinue"));
        Assert.Equal(["back", "front"], Names("Get-EcsGateway -Status active"));
        Assert.Empty(Names("Get-EcsGateway -Status UPDATE_FAILED"));
        var error = prompt.Run("Get-EcsGateway nosuch").Error();
        Assert.Equal("GatewayNotFoundException,EcsTools.Commands.GetEcsGatewayCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);

        IEnumerable<string?> Names(string script) => prompt.Run(script).All<Gateway>().Select(g => g.Name);
    }

    [Fact]
    public void An_update_is_in_progress_until_it_is_complete_and_leaves_the_rest()
    {
        using var prompt = Gates();
        var updated = prompt.Run("Get-EcsGateway front | Update-EcsGateway -DeletionProtection:$false -Configuration @{ hostSharedAlb = @{ maxAlbCount = 3 } }").One<Gateway>();
        Assert.Equal("UPDATE_IN_PROGRESS", updated.Status);
        var done = prompt.Run("$null = Step-EcsLocal; Get-EcsGateway front").One<Gateway>();
        Assert.Equal(("UPDATE_COMPLETE", false, 3, "internet-facing", Role), (done.Status, done.DeletionProtection!.Value, done.Configuration!.HostSharedAlb!.MaxAlbCount, done.Configuration.HostSharedAlb.Scheme, done.InfrastructureRoleArn));
    }

    [Fact]
    public void A_piped_gateway_says_which_one_and_not_what_to_set()
    {
        var host = new AnsweringHost("No");
        using var prompt = Gates(host);
        prompt.Run("Get-EcsGateway front | Update-EcsGateway -DeletionProtection:$false -Confirm").Clean();
        Assert.DoesNotContain("configuration", Assert.Single(host.Questions), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_gateway_is_removed_only_unprotected_and_without_clusters()
    {
        using var prompt = Gates();
        Assert.Contains("deletion protection", prompt.Run("Remove-EcsGateway front -Confirm:$false").Error().ToString(), StringComparison.Ordinal);
        prompt.Run("$null = Update-EcsGateway front -DeletionProtection:$false; $null = Add-EcsGatewayCluster front").Clean();
        Assert.Contains("clusters are associated", prompt.Run("Remove-EcsGateway front -Confirm:$false").Error().ToString(), StringComparison.Ordinal);
        prompt.Run("Get-EcsGatewayCluster front | Remove-EcsGatewayCluster -Confirm:$false").Clean();
        Assert.Equal("DELETED", prompt.Run("Get-EcsGateway front | Remove-EcsGateway -Confirm:$false -PassThru").One<Gateway>().Status);
        Assert.Equal("GatewayNotFoundException,EcsTools.Commands.RemoveEcsGatewayCommand", prompt.Run("Remove-EcsGateway front -Confirm:$false").Error().FullyQualifiedErrorId);
    }

    [Fact]
    public void Clusters_are_associated_listed_and_disassociated()
    {
        using var prompt = Gates();
        var association = prompt.Run("Get-EcsGateway front | Add-EcsGatewayCluster").One<GatewayClusterAssociationSummary>();
        Assert.Equal("ACTIVE", association.Status);
        Assert.EndsWith("cluster/shop", association.ClusterArn, StringComparison.Ordinal);
        prompt.Run("$null = New-EcsCluster other; $null = Get-EcsCluster other | Add-EcsGatewayCluster back").Clean();
        Assert.Equal(["other", "shop"], Clusters("Get-EcsGatewayCluster"));
        Assert.Equal(["other"], Clusters("Get-EcsGatewayCluster back"));
        Assert.Equal(["shop"], Clusters("Get-EcsGatewayCluster -Cluster shop"));
        Assert.Equal("INACTIVE", prompt.Run("Remove-EcsGatewayCluster front -Cluster shop -Confirm:$false -PassThru").One<GatewayClusterAssociationSummary>().Status);
        Assert.Equal(["other"], Clusters("Get-EcsGatewayCluster -Status ACTIVE"));
        Assert.Equal("ResourceNotFoundException,EcsTools.Commands.RemoveEcsGatewayClusterCommand", prompt.Run("Remove-EcsGatewayCluster front -Confirm:$false").Error().FullyQualifiedErrorId);
        Assert.Equal("ClusterNotFoundException,EcsTools.Commands.AddEcsGatewayClusterCommand", prompt.Run("Add-EcsGatewayCluster front -Cluster nosuch").Error().FullyQualifiedErrorId);
        Assert.Equal("GatewayNotFoundException,EcsTools.Commands.AddEcsGatewayClusterCommand", prompt.Run("Add-EcsGatewayCluster nosuch").Error().FullyQualifiedErrorId);

        IEnumerable<string> Clusters(string script) => prompt.Run(script).All<GatewayClusterAssociationSummary>().Select(a => EcsArn.IdOf(a.ClusterArn!));
    }

    [Fact]
    public void A_service_with_a_connector_gets_a_route_and_the_gateway_a_load_balancer()
    {
        using var prompt = Gates();
        Assert.Empty(prompt.Run("Get-EcsGatewayResource front").One<GatewayResources>().Resources!.HostSharedAlb!);
        prompt.Run("$null = Add-EcsGatewayCluster front; $null = New-EcsService web -TaskDefinition web -DesiredCount 1 -GatewayConnector @{ portName = 'http' }").Clean();
        var route = prompt.Run("Get-EcsService web | Get-EcsGatewayRoute").One<GatewayRoute>();
        Assert.Equal(("ACTIVE", "http"), (route.Status, route.ServiceContainerPortName));
        Assert.StartsWith("https://web-", route.ServiceUrl, StringComparison.Ordinal);
        var resources = prompt.Run("Get-EcsGateway front | Get-EcsGatewayResource").One<GatewayResources>();
        var balancer = Assert.Single(resources.Resources!.HostSharedAlb!);
        Assert.Equal([route.GatewayRouteArn!], balancer.GatewayRouteArns);
        Assert.Equal(balancer.ListenerArn, route.Resources!.HostSharedAlb![0].ListenerArn);
        Assert.Equal(1, prompt.Run("Get-EcsGateway front").One<Gateway>().Configuration!.HostSharedAlb!.CurrentAlbCount);
        Assert.Single(prompt.Run($"Get-EcsGatewayRoute {route.GatewayRouteArn}").All<GatewayRoute>());
        Assert.Single(prompt.Run("Get-EcsGateway front | Get-EcsGatewayRoute -ServiceContainerPortName http").All<GatewayRoute>());
        Assert.Empty(prompt.Run("Get-EcsGatewayRoute -Gateway back").All<GatewayRoute>());
        Assert.Empty(prompt.Run("Get-EcsGatewayRoute -ServiceContainerPortName grpc").All<GatewayRoute>());
    }

    [Fact]
    public void A_connector_reaches_only_gateways_of_its_access_type()
    {
        using var prompt = Gates();
        prompt.Run("$null = Add-EcsGatewayCluster front, back; $null = New-EcsService web -TaskDefinition web -DesiredCount 1 -GatewayConnector @{ portName = 'http'; filters = @{ accessTypes = @('PRIVATE') } }").Clean();
        Assert.Contains("/back/", prompt.Run("Get-EcsGatewayRoute").One<GatewayRoute>().GatewayRouteArn, StringComparison.Ordinal);
    }

    [Fact]
    public void An_association_ends_when_the_last_route_is_gone()
    {
        using var prompt = Gates();
        prompt.Run("$null = Add-EcsGatewayCluster front; $null = New-EcsService web -TaskDefinition web -DesiredCount 0 -GatewayConnector @{ portName = 'http' }").Clean();
        Assert.Equal("DISASSOCIATING", prompt.Run("Remove-EcsGatewayCluster front -Confirm:$false -PassThru").One<GatewayClusterAssociationSummary>().Status);
        prompt.Run("Remove-EcsService web -Confirm:$false").Clean();
        Assert.Empty(prompt.Run("Get-EcsGatewayRoute").Clean().Output);
        Assert.Equal("INACTIVE", prompt.Run("Get-EcsGatewayCluster front").One<GatewayClusterAssociationSummary>().Status);
        Assert.Equal(0, prompt.Run("Get-EcsGateway front").One<Gateway>().Configuration!.HostSharedAlb!.CurrentAlbCount);
    }

    [Fact]
    public void A_missing_route_is_an_error()
    {
        using var prompt = Gates();
        Assert.Equal("ResourceNotFoundException,EcsTools.Commands.GetEcsGatewayRouteCommand", prompt.Run("Get-EcsGatewayRoute arn:aws:ecs:us-east-1:123456789012:gateway-route/front/a/b").Error().FullyQualifiedErrorId);
        Assert.Equal("MISSING,EcsTools.Commands.GetEcsGatewayRouteCommand", prompt.Run("Get-EcsGatewayRoute nosuch").Error().FullyQualifiedErrorId);
        Assert.Equal("GatewayNotFoundException,EcsTools.Commands.GetEcsGatewayResourceCommand", prompt.Run("Get-EcsGatewayResource nosuch").Error().FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("New-EcsGateway front -InfrastructureRoleArn $role -Configuration @{ hostSharedAlb = @{} }", "A gateway named front exists already.")]
    [InlineData("New-EcsGateway x -InfrastructureRoleArn role -Configuration @{ hostSharedAlb = @{} }", "infrastructureRoleArn must be the ARN of a role.")]
    [InlineData("New-EcsGateway x -InfrastructureRoleArn $role -Configuration @{}", "configuration must have exactly one member: hostSharedAlb.")]
    [InlineData("New-EcsGateway x -InfrastructureRoleArn $role -Configuration @{ hostSharedAlb = @{ port = 80 } }", "port must be 443.")]
    [InlineData("New-EcsGateway x -InfrastructureRoleArn $role -Configuration @{ hostSharedAlb = @{ scheme = 'open' } }", "scheme should be one of [internal,internet-facing]")]
    [InlineData("Update-EcsGateway front -Configuration @{ hostSharedAlb = @{ maxAlbCount = 0 } }", "maxAlbCount must be at least 1.")]
    public void A_wrong_request_is_refused_in_words(string script, string message)
    {
        using var prompt = Gates();
        var error = prompt.Run($"$role = '{Role}'; {script}").Error();
        Assert.StartsWith("InvalidParameterException,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_takes_five_gateways_and_no_more()
    {
        using var prompt = Gates();
        prompt.Run($"1..4 | ForEach-Object {{ $null = New-EcsGateway \"g$_\" -InfrastructureRoleArn {Role} -Configuration @{{ hostSharedAlb = @{{}} }} }}; $null = Get-EcsGateway g*, back | Add-EcsGatewayCluster").Clean();
        Assert.Contains("at most 5", prompt.Run("Add-EcsGatewayCluster front").Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gateways_and_routes_are_the_same_after_saving_and_loading()
    {
        using var prompt = Gates();
        prompt.Run("$null = Add-EcsGatewayCluster front; $null = New-EcsService web -TaskDefinition web -DesiredCount 0 -GatewayConnector @{ portName = 'http' }").Clean();
        prompt.Run("""
            $client = [System.Net.Http.HttpClient]::new()
            $client.DefaultRequestHeaders.Add('X-EcsTools-Local', 'yes')
            $url = [string] (Get-EcsLocal).Url + '_local/state'
            $before = $client.GetStringAsync($url).GetAwaiter().GetResult()
            $null = $client.PutAsync($url, [System.Net.Http.StringContent]::new($before)).GetAwaiter().GetResult()
            if ($client.GetStringAsync($url).GetAwaiter().GetResult() -ne $before) { throw 'The state changed.' }
            """).Clean();
        Assert.Single(prompt.Run("Get-EcsGatewayRoute").All<GatewayRoute>());
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        using var prompt = Gates();
        var said = prompt.Run($$"""
            $VerbosePreference = 'Continue'
            New-EcsGateway x -InfrastructureRoleArn {{Role}} -Configuration @{ hostSharedAlb = @{} } -WhatIf
            Update-EcsGateway front -DeletionProtection:$false -WhatIf
            Remove-EcsGateway front -WhatIf
            Add-EcsGatewayCluster front -WhatIf
            Remove-EcsGatewayCluster front -WhatIf
            """).Clean();
        Assert.DoesNotContain(said.Verbose, v => v.Message.Contains("request", StringComparison.Ordinal));
        Assert.Empty(said.Output);
    }

    [Fact]
    public void The_requests_say_what_the_parameters_say()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"gatewayArn":"arn:g","gateway":{},"gateways":[],"gatewayRoutes":[],"gatewayClusterAssociations":[]}"""));
        using var prompt = new EcsPrompt();
        var at = $"-Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b";
        prompt.Run($$"""
            $null = New-EcsGateway g -InfrastructureRoleArn arn:r -Configuration @{ hostSharedAlb = @{ scheme = 'internal' } } -ClientToken t -DeletionProtection:$false -PropagateTags none {{at}}
            $null = Add-EcsGatewayCluster g {{at}}
            Get-EcsGatewayRoute -Gateway g -Service web -Status active {{at}}
            Get-EcsGatewayCluster g -Cluster shop -Status ACTIVE, INACTIVE {{at}}
            Remove-EcsGateway g -Confirm:$false {{at}}
            """).Clean();
        Assert.Equal(
            ["""{"name":"g","infrastructureRoleArn":"arn:r","configuration":{"hostSharedAlb":{"scheme":"internal"}},"clientToken":"t","deletionProtection":false,"propagateTags":"NONE"}""",
             """{"gateway":"arn:g"}""",
             """{"gateway":"g","cluster":"default"}""",
             """{"gateway":"g","service":"web","status":["ACTIVE"],"maxResults":100}""",
             """{"gateway":"g","cluster":"shop","status":["ACTIVE","INACTIVE"],"maxResults":100}""",
             """{"gateway":"g"}"""],
            peer.Received.Select(r => r.Text));
    }

    /// <summary>The shop with a public gateway "front" and a private one "back".</summary>
    private static EcsPrompt Gates(System.Management.Automation.Host.PSHost? host = null)
    {
        var prompt = Shop.Open(instances: 1, host);
        prompt.Run($$"""
            $null = New-EcsGateway front -InfrastructureRoleArn {{Role}} -Configuration @{ hostSharedAlb = @{} }
            $null = New-EcsGateway back -InfrastructureRoleArn {{Role}} -Configuration @{ hostSharedAlb = @{ scheme = 'internal' } }
            """).Clean();
        return prompt;
    }
}
