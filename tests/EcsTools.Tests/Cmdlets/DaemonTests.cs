using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Daemons and their task definitions from the prompt.</summary>
public sealed class DaemonTests
{
    private const string Provider = "arn:aws:ecs:us-east-1:123456789012:capacity-provider/mi";

    [Fact]
    public void A_daemon_task_definition_is_registered_and_emitted()
    {
        using var prompt = Shop.Open(instances: 0);
        var definition = prompt.Run("Register-EcsDaemonTaskDefinition agent -ContainerDefinition @{ name = 'agent'; image = 'agent:1'; memory = 64 } -Cpu '0.25 vCPU' -Tag @{ team = 'sre' }").One<DaemonTaskDefinition>();
        Assert.EndsWith("daemon-task-definition/agent:1", definition.DaemonTaskDefinitionArn, StringComparison.Ordinal);
        Assert.Equal(("agent", 1, "256", "ACTIVE"), (definition.Family, definition.Revision, definition.Cpu, definition.Status));
    }

    [Fact]
    public void A_daemon_task_definition_is_registered_from_JSON_and_again_from_the_pipeline()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("""Register-EcsDaemonTaskDefinition -CliInputJson '{ "family": "agent", "containerDefinitions": [{ "name": "agent", "image": "agent:1" }] }'""").Clean();
        var second = prompt.Run("Get-EcsDaemonTaskDefinition agent | Register-EcsDaemonTaskDefinition -Memory 512").One<DaemonTaskDefinition>();
        Assert.Equal((2, "512", "agent:1"), (second.Revision, second.Memory, second.ContainerDefinitions![0].Image));
    }

    [Fact]
    public void Daemon_task_definitions_are_listed_newest_first_by_wildcard_status_and_revision()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("'agent', 'agent', 'logs' | ForEach-Object { $null = Register-EcsDaemonTaskDefinition $_ -ContainerDefinition @{ name = 'c'; image = 'i' } }").Clean();
        Assert.Equal(["logs:1", "agent:2", "agent:1"], Names("Get-EcsDaemonTaskDefinition"));
        Assert.Equal(["agent:2", "agent:1"], Names("Get-EcsDaemonTaskDefinition a*"));
        Assert.Equal(["logs:1", "agent:2"], Names("Get-EcsDaemonTaskDefinition -Revision LAST_REGISTERED"));
        Assert.Equal(["agent:1"], Names("Get-EcsDaemonTaskDefinition agent:1"));
        Assert.Equal(["agent:2", "agent:1"], Names("Get-EcsDaemonTaskDefinition -Family agent"));
        Assert.Equal(["logs:1"], Names("Get-EcsDaemonTaskDefinition -First 1"));
        prompt.Run("Remove-EcsDaemonTaskDefinition agent:1 -Confirm:$false").Clean();
        Assert.Equal(["agent:1"], Names("Get-EcsDaemonTaskDefinition -Status DELETE_IN_PROGRESS"));
        Assert.Equal(3, Names("Get-EcsDaemonTaskDefinition -Status all").Count());

        IEnumerable<string> Names(string script) => prompt.Run(script).All<DaemonTaskDefinition>().Select(d => $"{d.Family}:{d.Revision}");
    }

    [Fact]
    public void A_removed_daemon_task_definition_is_emitted_with_PassThru_and_ends_as_DELETED()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = Register-EcsDaemonTaskDefinition agent -ContainerDefinition @{ name = 'c'; image = 'i' }").Clean();
        Assert.Equal("DELETE_IN_PROGRESS", prompt.Run("Get-EcsDaemonTaskDefinition agent | Remove-EcsDaemonTaskDefinition -Confirm:$false -PassThru").One<DaemonTaskDefinition>().Status);
        Assert.Equal("DELETED", prompt.Run("$null = Step-EcsLocal; Get-EcsDaemonTaskDefinition agent:1").One<DaemonTaskDefinition>().Status);
    }

    [Fact]
    public void A_daemon_is_made_from_a_piped_definition_in_the_sessions_cluster()
    {
        using var prompt = Agent();
        var daemon = prompt.Run("Get-EcsDaemon agent").One<DaemonDetail>();
        Assert.EndsWith(":daemon/shop/agent", daemon.DaemonArn, StringComparison.Ordinal);
        Assert.EndsWith(":cluster/shop", daemon.ClusterArn, StringComparison.Ordinal);
        Assert.Equal("ACTIVE", daemon.Status);
        var revision = prompt.Run("Get-EcsDaemon | Get-EcsDaemonRevision").One<DaemonRevision>();
        Assert.EndsWith("daemon-task-definition/agent:1", revision.DaemonTaskDefinitionArn, StringComparison.Ordinal);
        Assert.Equal(("agent", "agent:1"), (revision.ContainerImages![0].ContainerName, revision.ContainerImages[0].Image));
        Assert.True(revision.Critical);
    }

    [Fact]
    public void A_daemon_is_updated_and_its_deployments_follow_from_the_pipeline()
    {
        using var prompt = Agent();
        prompt.Run("Step-EcsLocal").Clean();
        var updated = prompt.Run($"Get-EcsDaemon | Update-EcsDaemon -DaemonTaskDefinitionArn (Get-EcsDaemonTaskDefinition agent).DaemonTaskDefinitionArn -CapacityProviderArn {Provider} -EnableExecuteCommand -Critical:$false").One<DaemonDetail>();
        var deployments = prompt.Run("Get-EcsDaemon | Get-EcsDaemonDeployment").All<DaemonDeployment>();
        Assert.Equal(["PENDING", "SUCCESSFUL"], deployments.Select(d => d.Status));
        Assert.Equal(updated.DeploymentArn, deployments[0].DaemonDeploymentArn);
        Assert.Equal("SUCCESSFUL", prompt.Run($"$null = Step-EcsLocal; Get-EcsDaemonDeployment {updated.DeploymentArn}").One<DaemonDeployment>().Status);
        Assert.Equal([true, false], prompt.Run("Get-EcsDaemon | Get-EcsDaemonRevision").All<DaemonRevision>().Select(r => r.EnableExecuteCommand!.Value));
    }

    [Fact]
    public void A_capacity_provider_and_a_definition_stand_for_their_ARNs()
    {
        using var prompt = Agent();
        prompt.Run("New-EcsDaemon logs -CapacityProviderArn (Get-EcsCapacityProvider mi) -DaemonTaskDefinitionArn (Get-EcsDaemonTaskDefinition agent)").Clean();
        prompt.Run("Get-EcsDaemon logs | Update-EcsDaemon -CapacityProviderArn (Get-EcsCapacityProvider mi) -DaemonTaskDefinitionArn (Get-EcsDaemonTaskDefinition agent)").Clean();
        Assert.Equal(2, prompt.Run("Get-EcsDaemon -CapacityProviderArn (Get-EcsCapacityProvider mi)").All<DaemonDetail>().Count);
    }

    [Fact]
    public void Daemons_are_found_by_name_and_wildcard_and_a_missing_one_is_an_error()
    {
        using var prompt = Agent();
        prompt.Run($"Get-EcsDaemonTaskDefinition agent | New-EcsDaemon logs -CapacityProviderArn {Provider}").Clean();
        Assert.Single(prompt.Run("Get-EcsDaemon l*").All<DaemonDetail>());
        Assert.Equal(2, prompt.Run($"Get-EcsDaemon -CapacityProviderArn {Provider}").All<DaemonDetail>().Count);
        Assert.Empty(prompt.Run("$null = New-EcsCluster other; Get-EcsDaemon -Cluster other").Clean().Output);
        var said = prompt.Run("Get-EcsDaemon agent, nosuch");
        Assert.Single(said.Output);
        Assert.Equal("MISSING,EcsTools.Commands.GetEcsDaemonCommand", said.Error().FullyQualifiedErrorId);
    }

    [Fact]
    public void A_daemon_is_removed_from_the_pipeline()
    {
        using var prompt = Agent();
        Assert.Equal("DELETE_IN_PROGRESS", prompt.Run("Get-EcsDaemon | Remove-EcsDaemon -Confirm:$false -PassThru").One<DaemonDetail>().Status);
        var again = prompt.Run("Get-EcsDaemon | Remove-EcsDaemon -Confirm:$false").Error();
        Assert.Equal("DaemonNotActiveException,EcsTools.Commands.RemoveEcsDaemonCommand", again.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidOperation, again.CategoryInfo.Category);
        Assert.Empty(prompt.Run("$null = Step-EcsLocal; Get-EcsDaemon").Clean().Output);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        using var prompt = Agent();
        var said = prompt.Run($$"""
            $VerbosePreference = 'Continue'
            Register-EcsDaemonTaskDefinition x -ContainerDefinition @{ name = 'c'; image = 'i' } -WhatIf
            Remove-EcsDaemonTaskDefinition agent:1 -WhatIf
            New-EcsDaemon x -DaemonTaskDefinitionArn arn:x -CapacityProviderArn {{Provider}} -WhatIf
            Update-EcsDaemon arn:y -DaemonTaskDefinitionArn arn:x -CapacityProviderArn {{Provider}} -WhatIf
            Remove-EcsDaemon arn:y -WhatIf
            """).Clean();
        Assert.DoesNotContain(said.Verbose, v => v.Message.Contains("request", StringComparison.Ordinal));
        Assert.Empty(said.Output);
    }

    [Fact]
    public void The_requests_say_what_the_parameters_say()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"daemonArn":"arn:aws:ecs:us-east-1:1:daemon/shop/a","daemonSummariesList":[],"daemonDeployments":[],"daemon":{},"clusters":[{"clusterArn":"arn:aws:ecs:us-east-1:1:cluster/shop"}]}"""));
        using var prompt = new EcsPrompt();
        var at = $"-Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b";
        prompt.Run($$"""
            $null = New-EcsDaemon a -Cluster shop -DaemonTaskDefinitionArn arn:d -CapacityProviderArn arn:p -DeploymentConfiguration @{ drainPercent = 12.5 } -PropagateTags daemon -ClientToken t -Tag @{ k = 'v' } {{at}}
            Get-EcsDaemon -Cluster arn:aws:ecs:us-east-1:1:cluster/shop -CapacityProviderArn arn:p {{at}}
            Get-EcsDaemonDeployment -Daemon arn:a -Status successful, STOPPED -CreatedAt @{ after = [DateTimeOffset]::FromUnixTimeSeconds(1767225600).UtcDateTime } {{at}}
            """).Clean();
        Assert.Equal(
            ["""{"clusters":["shop"]}""",
             """{"daemonName":"a","daemonTaskDefinitionArn":"arn:d","capacityProviderArns":["arn:p"],"clusterArn":"arn:aws:ecs:us-east-1:1:cluster/shop","deploymentConfiguration":{"drainPercent":12.5},"tags":[{"key":"k","value":"v"}],"propagateTags":"DAEMON","clientToken":"t"}""",
             """{"daemonArn":"arn:aws:ecs:us-east-1:1:daemon/shop/a"}""",
             """{"clusterArn":"arn:aws:ecs:us-east-1:1:cluster/shop","capacityProviderArns":["arn:p"],"maxResults":100}""",
             """{"daemonArn":"arn:a","status":["SUCCESSFUL","STOPPED"],"createdAt":{"after":1767225600},"maxResults":100}"""],
            peer.Received.Select(r => r.Text));
    }

    /// <summary>The shop with a daemon "agent" in it.</summary>
    internal static EcsPrompt Agent()
    {
        var prompt = Shop.Open(instances: 0);
        prompt.Run($$"""
            $null = New-EcsCapacityProvider mi -Cluster shop -ManagedInstancesProvider @{
                infrastructureRoleArn = 'arn:aws:iam::123456789012:role/infra'
                instanceLaunchTemplate = @{ ec2InstanceProfileArn = 'arn:aws:iam::123456789012:instance-profile/p'; networkConfiguration = @{ subnets = @('subnet-1') } }
            }
            $null = Register-EcsDaemonTaskDefinition agent -ContainerDefinition @{ name = 'agent'; image = 'agent:1'; memory = 64 }
            $null = Get-EcsDaemonTaskDefinition agent | New-EcsDaemon agent -CapacityProviderArn {{Provider}}
            """).Clean();
        return prompt;
    }
}
