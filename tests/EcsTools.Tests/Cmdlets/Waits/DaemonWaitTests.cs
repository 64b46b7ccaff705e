using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Daemons, their deployments and their task definitions that are waited for.</summary>
public sealed class DaemonWaitTests
{
    /// <summary>Creates the capacity provider for the daemon's instances.</summary>
    internal const string Provider = "$null = New-EcsCapacityProvider mi -Cluster shop -ManagedInstancesProvider @{ infrastructureRoleArn = 'arn:aws:iam::123456789012:role/r'; instanceLaunchTemplate = @{ ec2InstanceProfileArn = 'arn:aws:iam::123456789012:instance-profile/p'; networkConfiguration = @{ subnets = @('subnet-1') } } }; ";

    private const string New = "Get-EcsDaemonTaskDefinition agent:1 | New-EcsDaemon agent -CapacityProviderArn arn:aws:ecs:us-east-1:123456789012:capacity-provider/mi -DeploymentConfiguration @{ bakeTimeInMinutes = 2 }";

    /// <summary>Deploys the daemon again.</summary>
    private const string Update = "Get-EcsDaemon | Update-EcsDaemon -DaemonTaskDefinitionArn (Get-EcsDaemonTaskDefinition agent:1).DaemonTaskDefinitionArn -CapacityProviderArn arn:aws:ecs:us-east-1:123456789012:capacity-provider/mi";

    [Fact]
    public async Task A_daemon_is_made_changed_and_removed_and_each_waited_for()
    {
        using var prompt = await Open();
        Assert.Equal("ACTIVE", prompt.Run($"{New} -Wait").One<DaemonDetail>().Status);
        Assert.Equal("SUCCESSFUL", prompt.Run("Get-EcsDaemon | Get-EcsDaemonDeployment").One<DaemonDeployment>().Status);
        var updated = prompt.Run($"{Update} -Wait").One<DaemonDetail>();
        Assert.Equal("SUCCESSFUL", prompt.Run($"Get-EcsDaemonDeployment {updated.DeploymentArn}").One<DaemonDeployment>().Status);
        Assert.Equal("DELETE_IN_PROGRESS", prompt.Run("Get-EcsDaemon | Remove-EcsDaemon -Wait -PassThru -Confirm:$false").One<DaemonDetail>().Status);
        Assert.Empty(prompt.Run("Get-EcsDaemon").Clean().Output);
    }

    [Fact]
    public async Task A_wait_is_for_the_deployment_that_the_change_made_and_for_no_later_one()
    {
        using var prompt = await Open();
        using var other = new Bystander(prompt).In(60, $"$null = {Update}");
        var error = prompt.Run($"{New} -Wait").Error();
        Assert.Equal("STOPPED,EcsTools.Commands.NewEcsDaemonCommand", error.FullyQualifiedErrorId);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task Deployments_are_waited_for_until_they_succeed_or_are_stopped()
    {
        using var prompt = await Open();
        prompt.Run($"$daemon = {New}").Clean();
        Assert.Equal("SUCCESSFUL", prompt.Run("$daemon | Wait-EcsDaemonDeployment").One<DaemonDeployment>().Status);
        prompt.Run($"$daemon = {Update} -DeploymentConfiguration @{{ bakeTimeInMinutes = 2 }}").Clean();
        using var other = new Bystander(prompt).In(60, $"$null = {Update}");
        Assert.Equal("STOPPED", prompt.Run("$daemon | Wait-EcsDaemonDeployment -Status stopped").One<DaemonDeployment>().Status);
        Assert.StartsWith("SUCCESSFUL,", prompt.Run("Get-EcsDaemon | Wait-EcsDaemonDeployment -Status STOPPED").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_that_takes_longer_than_was_allowed_is_a_timeout()
    {
        using var prompt = await Open();
        var said = prompt.Run($"{New} -Wait -Timeout 00:04:00 -Verbose");
        Assert.StartsWith("WaitTimeout,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.InRange(said.Calls("DescribeDaemonDeployments"), 240 / 15, (240 / 12) + 10);
    }

    [Fact]
    public async Task A_daemon_is_waited_for_until_it_is_active_and_a_deleted_one_is_an_error()
    {
        using var prompt = await Open();
        prompt.Run($"$daemon = {New}").Clean();
        Assert.Equal("ACTIVE", prompt.Run("$daemon | Wait-EcsDaemon").One<DaemonDetail>().Status);
        prompt.Run("$daemon | Remove-EcsDaemon -Confirm:$false").Clean();
        Assert.StartsWith("DELETE_IN_PROGRESS,", prompt.Run("$daemon | Wait-EcsDaemon").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("MISSING,", prompt.Run("$null = Step-EcsLocal; $daemon | Wait-EcsDaemon").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_is_waited_for_until_it_is_active_or_deleted()
    {
        using var prompt = await Open();
        Assert.Equal("ACTIVE", prompt.Run("'agent', 'agent:1' | Wait-EcsDaemonTaskDefinition").All<DaemonTaskDefinition>()[1].Status);
        Assert.Equal("DELETED", prompt.Run("Remove-EcsDaemonTaskDefinition agent:1 -Wait -PassThru -Confirm:$false").One<DaemonTaskDefinition>().Status);
        Assert.Equal("DELETED", prompt.Run("Wait-EcsDaemonTaskDefinition agent:1 -Status DELETED").One<DaemonTaskDefinition>().Status);
        Assert.StartsWith("DELETED,", prompt.Run("Wait-EcsDaemonTaskDefinition agent:1").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_is_not_deleted_while_a_daemon_runs_from_it()
    {
        using var prompt = await Open();
        prompt.Run($"$null = {New} -Wait").Clean();
        Assert.Contains("(DELETE_IN_PROGRESS)", prompt.Run("Remove-EcsDaemonTaskDefinition agent:1 -Wait -Confirm:$false").Error().ToString(), StringComparison.Ordinal);
    }

    /// <summary>Two instances that a capacity provider brought, and a daemon task definition.</summary>
    private static async Task<EcsPrompt> Open()
    {
        var prompt = Shop.Open(instances: 2);
        await prompt.EditState(state => state.Replace("\"containerInstanceArn\"", "\"capacityProviderName\": \"mi\", \"containerInstanceArn\"", StringComparison.Ordinal));
        prompt.Run($"{Provider} $null = Register-EcsDaemonTaskDefinition agent -ContainerDefinition @{{ name = 'agent'; image = 'agent:1'; memory = 64 }}").Clean();
        return prompt;
    }
}
