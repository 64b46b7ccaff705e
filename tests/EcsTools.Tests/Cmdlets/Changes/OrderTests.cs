using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Changes go in order: what ends a pipeline leaves what follows untouched.</summary>
public sealed class OrderTests
{
    /// <summary>Ends the commands before it, as Select-Object -First does, which the bare engine of the tests doesn't have.</summary>
    private const string First = "function First([int] $Count) { process { $_; if (++$taken -eq $Count) { break } } }";

    private const string Services = "'s1', 's2', 's3', 's4', 's5', 's6' | ForEach-Object { $null = New-EcsService $_ -TaskDefinition web -DesiredCount 1 }";

    [Theory]
    [InlineData("'s1', 's2', 'nope', 's3', 's4' | Remove-EcsService -Force -Confirm:$false -ErrorAction Stop")]
    [InlineData("$ErrorActionPreference = 'Stop'; 's1', 's2', 'nope', 's3', 's4' | Remove-EcsService -Force -Confirm:$false")]
    [InlineData("Remove-EcsService s1, s2, nope, s3, s4 -Force -Confirm:$false -ErrorAction Stop")]
    [InlineData("try { 's1', 's2', 'nope', 's3' | Remove-EcsService -Force -Confirm:$false -ErrorAction Stop } catch { throw }")]
    [InlineData("'s1', 's2', 'nope', 's3' | Remove-EcsService -Force -Confirm:$false -Wait -ErrorAction Stop")]
    public void With_ErrorAction_Stop_nothing_behind_an_error_is_deleted(string script)
    {
        using var prompt = WithServices();
        Assert.NotNull(prompt.Run(script).Ended);
        Assert.Equal(["s3", "s4", "s5", "s6"], prompt.Run("Get-EcsService").All<Service>().Select(s => s.ServiceName).Order());
    }

    [Theory]
    [InlineData("Get-EcsService s1, s2, s3, s4 | Update-EcsService -DesiredCount 4 | First 2")]
    [InlineData("'s1', 's2', 's3', 's4' | Update-EcsService -DesiredCount 4 | First 2")]
    [InlineData("Update-EcsService s1, s2, s3, s4 -DesiredCount 4 | First 2")]
    [InlineData("'s1', 's2', 's3', 's4' | Update-EcsService -DesiredCount 4 | ForEach-Object { if ($_.ServiceName -eq 's2') { throw 'enough' } }")]
    [InlineData("'s1', 's2', 'nope', 's3' | Update-EcsService -DesiredCount 4 -ErrorAction Stop")]
    [InlineData("'s1', 's2', 'nope', 's3' | Update-EcsService -DesiredCount 4 -Wait -ErrorAction Stop")]
    public void What_ends_a_pipeline_leaves_the_rest_untouched(string script)
    {
        using var prompt = WithServices();
        prompt.Run($"{First} do {{ {script} }} while ($false)");
        Assert.Equal(["s1", "s2"], Changed(prompt));
    }

    [Theory]
    [InlineData("Get-EcsContainerInstance | Update-EcsContainerInstanceState DRAINING | First 2", 2)]
    [InlineData("Update-EcsContainerInstanceState (Get-EcsContainerInstance) DRAINING | ForEach-Object { throw 'enough' }", 1)]
    public void A_call_that_takes_several_carries_one_when_a_command_follows(string script, int changed)
    {
        using var prompt = Shop.Open(instances: 5);
        prompt.Run($"{First} do {{ {script} }} while ($false)");
        Assert.Equal(changed, prompt.Run("Get-EcsContainerInstance").All<ContainerInstance>().Count(instance => instance.Status == "DRAINING"));
    }

    [Fact]
    public void With_Confirm_each_change_is_asked_for_and_carried_out_before_the_next()
    {
        var host = new AnsweringHost("Yes", "No", "Yes");
        using var prompt = Shop.Open(host: host);
        prompt.Run(Services).Clean();
        Assert.Equal(["s1", "s3"], prompt.Run("'s1', 's2', 's3' | Update-EcsService -DesiredCount 4 -Confirm").All<Service>().Select(service => service.ServiceName));
        Assert.Equal(3, host.Questions.Count);
    }

    [Theory]
    [InlineData("Update-EcsService -DesiredCount 4")]
    [InlineData("Remove-EcsService -Force -Confirm:$false -PassThru")]
    [InlineData("Restart-EcsService")]
    [InlineData("New-EcsTaskSet -TaskDefinition web")]
    public void The_output_of_an_item_follows_its_input(string change)
    {
        using var prompt = WithServices();
        prompt.Run("'e1', 'e2', 'e3' | ForEach-Object { $null = New-EcsService $_ -DeploymentController EXTERNAL }").Clean();
        var names = change.Contains("TaskSet", StringComparison.Ordinal) ? "'e1', 'e2', 'e3'" : "'s1', 's2', 's3'";
        var said = prompt.Run($"{names} | ForEach-Object {{ $order += \"in \"; $_ }} | {change} | ForEach-Object {{ $order += \"out \" }}; $order");
        Assert.Equal("in out in out in out ", said.One<string>());
    }

    [Fact]
    public void Without_Stop_the_items_behind_an_error_are_changed()
    {
        using var prompt = WithServices();
        var said = prompt.Run("'s1', 'nope', 's2' | Update-EcsService -DesiredCount 4");
        Assert.Contains("nope", said.Error().ToString(), StringComparison.Ordinal);
        Assert.Equal(["s1", "s2"], Changed(prompt));
    }

    [Fact]
    public void With_Stop_a_failed_deployment_stops_the_next_one()
    {
        using var prompt = WithServices();
        prompt.Run("$null = Set-EcsLocalBehavior -Image bad:1 -PullError 'no such image'").Clean();
        var said = prompt.Run("""
            [pscustomobject]@{ Service = 's1'; DesiredCount = 4 }, [pscustomobject]@{ Service = 's2'; DesiredCount = 4; TaskDefinition = (Copy-EcsTaskDefinition web -Image bad:1).TaskDefinitionArn }, [pscustomobject]@{ Service = 's3'; DesiredCount = 4 } |
                Update-EcsService -DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $false } } -Wait -ErrorAction Stop
            """);
        Assert.StartsWith("DeploymentFailed", Assert.IsAssignableFrom<ActionPreferenceStopException>(said.Ended).ErrorRecord.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["s1", "s2"], Changed(prompt));
    }

    [Fact]
    public void Without_Stop_changes_are_sent_while_others_are_waited_for()
    {
        using var prompt = WithServices();
        var said = prompt.Run("'s1', 's2', 's3' | Update-EcsService -DesiredCount 2 -Wait -Verbose").Clean();
        var calls = said.Verbose.Select(v => v.Message.Split(':')[0]).Where(call => call is "UpdateService" or "DescribeServices").ToList();
        Assert.True(calls.LastIndexOf("UpdateService") < calls.LastIndexOf("DescribeServices"));
        Assert.Equal(3, said.Output.Count);
    }

    [Fact]
    public void A_long_count_is_asked_for_call_by_call()
    {
        using var prompt = Shop.Open();
        prompt.Run($"{First} do {{ Start-EcsTask web -Count 25 | First 5 }} while ($false)").Clean();
        Assert.Equal(10, prompt.Run("Get-EcsTask").All<EcsTask>().Count);
    }

    [Fact]
    public void With_Stop_a_call_carries_one_item()
    {
        using var prompt = Shop.Open();
        var said = prompt.Run("""
            $instances = (Get-EcsContainerInstance).ContainerInstanceArn
            @($instances[0], 'nosuch', $instances[1]) | Update-EcsContainerInstanceState -Status DRAINING -ErrorAction Stop
            """);
        Assert.Single(said.Output);
        Assert.Single(prompt.Run("Get-EcsContainerInstance -Status DRAINING").All<ContainerInstance>());
    }

    [Fact]
    public void With_a_higher_limit_everything_done_is_written_before_the_error()
    {
        using var prompt = WithServices();
        var said = prompt.Run("'s1', 'nope', 's2', 's3' | Update-EcsService -DesiredCount 4 -ThrottleLimit 4 -ErrorAction Stop");
        Assert.NotNull(said.Ended);
        Assert.Equal(Changed(prompt), said.Output.Select(o => ((Service)o.BaseObject).ServiceName));
    }

    [Fact]
    public void A_wait_does_not_delay_the_next_change()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("'s1', 's2' | New-EcsService -TaskDefinition web -DesiredCount 32 | Out-Null; Step-EcsLocal").Clean();
        var changed = prompt.Run("""
            [pscustomobject]@{ Service = 's1'; DesiredCount = 33 }, [pscustomobject]@{ Service = 's2'; DesiredCount = 31 } | Update-EcsService -Wait
            """).All<Service>();
        Assert.Equal([33, 31], changed.Select(service => service.RunningCount!.Value)); // s1 has room only when s2 was changed
    }

    private static EcsPrompt WithServices()
    {
        var prompt = Shop.Open();
        prompt.Run(Services).Clean();
        return prompt;
    }

    private static IEnumerable<string?> Changed(EcsPrompt prompt) =>
        prompt.Run("$ErrorActionPreference = 'Continue'; Get-EcsService | Where-Object DesiredCount -eq 4").All<Service>().Select(s => s.ServiceName).Order();
}
