using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Sessions of the process without other settings use the local ECS. Not in parallel, because the newest local ECS counts.</summary>
[Collection(AloneCollection.Name)]
public sealed class SharedLocalTests
{
    [Theory]
    [InlineData("1..3 | ForEach-Object -Parallel { Import-Module $using:module; (Get-EcsCluster shop).ClusterName }")]
    [InlineData("1..3 | ForEach-Object { [powershell]::Create([initialsessionstate]::CreateDefault2()).AddScript({ param($module) Import-Module $module; (Get-EcsCluster shop).ClusterName }).AddArgument($module).Invoke()[0] }")]
    [InlineData("1..3 | ForEach-Object -Parallel { Import-Module $using:module; (Get-EcsCluster shop -Region us-east-1).ClusterName }")]
    [InlineData("1..3 | ForEach-Object -Parallel { Import-Module $using:module; Set-EcsContext -Cluster shop; (Get-EcsCluster shop).ClusterName }")]
    public void Parallel_blocks_and_new_runspaces_use_it(string script)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Set("module", EcsPrompt.ModulePath);
        Assert.Equal(["shop", "shop", "shop"], prompt.Run(script).All<string>());
    }

    [Fact]
    public void A_parallel_block_uses_that_of_its_own_script_beside_a_newer_one()
    {
        using var prompt = new EcsPrompt();
        using var newer = new EcsPrompt();
        prompt.Set("module", EcsPrompt.ModulePath);
        prompt.Set("newer", () => newer.Run("$null = Start-EcsLocal").Clean());
        Assert.Equal("True", prompt.Run("""
            $own = (Start-EcsLocal).Url
            $null = $newer.Invoke()
            "$($own -eq (1 | ForEach-Object -Parallel { Import-Module $using:module; (Get-EcsContext).EndpointUrl }))"
            """).One<string>());
    }

    [Fact]
    public void Waits_there_pass_in_its_time()
    {
        using var prompt = Shop.Open();
        using var other = new EcsPrompt();
        Assert.Equal(2, other.Run("New-EcsService web -Cluster shop -TaskDefinition web -DesiredCount 2 -Wait").One<Service>().RunningCount);
    }

    [Theory]
    [InlineData("Set-EcsContext -EndpointUrl http://127.0.0.1:1/", "http://127.0.0.1:1/")]
    [InlineData("Set-EcsContext -AccessKey a -SecretKey b", null)]
    public void A_session_that_was_told_where_to_go_goes_there(string told, string? url)
    {
        using var prompt = Shop.Open(instances: 0);
        using var other = new EcsPrompt();
        Assert.Equal(url, other.Run($"{told}; (Get-EcsContext).EndpointUrl").Clean().Output.Single()?.ToString());
    }

    [Fact]
    public void What_began_on_it_does_not_go_on_at_AWS()
    {
        using var prompt = Shop.Open(instances: 0);
        using var other = new EcsPrompt();
        Assert.Single(other.Run("Get-EcsCluster").All<Cluster>());
        prompt.Run("Stop-EcsLocal").Clean();
        Assert.StartsWith("ConnectionFailed,", other.Run("Set-EcsContext -MaxAttempts 1; Get-EcsCluster").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_process_is_told_of_it_while_it_runs()
    {
        using (var prompt = Shop.Open(instances: 0))
        {
            Assert.Equal($"{prompt.Local().Url} us-east-1", Environment.GetEnvironmentVariable("ECSTOOLS_LOCAL"));
            prompt.Run("Stop-EcsLocal").Clean();
        }

        Assert.Null(Environment.GetEnvironmentVariable("ECSTOOLS_LOCAL"));
    }

    [Fact]
    public void Starting_it_points_the_session_at_it_and_stopping_it_goes_back()
    {
        using var prompt = new EcsPrompt();
        prompt.Run("Set-EcsContext -Region eu-west-1 -Cluster prod").Clean();
        prompt.Run("$local = Start-EcsLocal -ManualClock -Region eu-north-1").Clean();
        Assert.Equal("True eu-north-1 ", prompt.Run("$c = Get-EcsContext; \"$($c.EndpointUrl -eq $local.Url) $($c.Region) $($c.Cluster)\"").One<string>());
        Assert.Contains(":eu-north-1:123456789012:", prompt.Run("New-EcsCluster x").One<Cluster>().ClusterArn, StringComparison.Ordinal);
        Assert.Equal("eu-west-1 prod True", prompt.Run("Stop-EcsLocal; $c = Get-EcsContext; \"$($c.Region) $($c.Cluster) $($null -eq $c.EndpointUrl)\"").One<string>());
        Assert.Empty(prompt.Run("Get-EcsLocal; Stop-EcsLocal").Clean().Output);
    }

    [Fact]
    public void What_would_fail_for_every_item_ends_the_pipeline_with_one_error()
    {
        using var prompt = new EcsPrompt();
        var said = prompt.Run("'a', 'b', 'c' | Get-EcsService");
        Assert.Contains("region", Assert.IsAssignableFrom<Exception>(said.Ended ?? said.Errors.Single().Exception).Message, StringComparison.OrdinalIgnoreCase);
        Assert.True(said.Errors.Count <= 1);
    }
}
