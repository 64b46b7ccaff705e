using System.Diagnostics;
using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A wait ends when its time is up, and not before because of what may pass.</summary>
public sealed class TimeLimitTests
{
    private const string Arn = "arn:aws:ecs:us-east-1:123456789012:task/shop/0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData($"Wait-EcsTask {Arn} -Timeout 1")]
    [InlineData("Update-EcsService web -DesiredCount 2 -Wait -Timeout 1")]
    [InlineData("Start-EcsTask web -Wait -Timeout 1")]
    public void A_wait_without_any_answer_ends_when_its_time_is_up(string script)
    {
        var end = new TaskCompletionSource();
        using var peer = new HttpPeer(context => end.Task);
        using var prompt = new EcsPrompt();
        var watch = Stopwatch.StartNew();
        var error = prompt.Run($"{script} -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b").Error();
        end.SetResult();
        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It took {watch.Elapsed}."); // three attempts of 100 seconds each without a limit
    }

    [Fact]
    public void Connections_that_break_do_not_end_a_wait()
    {
        Faults.FastRetries.Use();
        using var peer = new HttpPeer(HttpPeer.Drop, HttpPeer.Drop, HttpPeer.Drop, HttpPeer.Drop, HttpPeer.Ok($$"""{"tasks":[{"taskArn":"{{Arn}}","lastStatus":"STOPPED"}]}"""));
        using var prompt = new EcsPrompt();
        Assert.Equal("STOPPED", prompt.Run($"Wait-EcsTask {Arn} -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b").One<EcsTask>().LastStatus);
    }

    [Theory]
    [InlineData("$changed")]
    [InlineData("($changed | ConvertTo-Copy)")]
    public void A_piped_service_is_waited_for_by_its_own_deployment(string piped)
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            function ConvertTo-Copy { process { [pscustomobject]@{ PSTypeName = 'Deserialized.EcsTools.Model.Service'; ServiceArn = $_.ServiceArn; Deployments = @([pscustomobject]@{ Status = 'PRIMARY'; Id = $_.Deployments[0].Id; CreatedAt = $_.Deployments[0].CreatedAt }) } } }
            $null = Set-EcsLocalBehavior -Image bad:1 -PullError 'no such image'
            $null = New-EcsService web -TaskDefinition web -DesiredCount 1 -DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $true } } -Wait
            $changed = Update-EcsService web -Image bad:1
            $null = Wait-EcsService web -ErrorAction SilentlyContinue
            $null = Step-EcsLocal
            """);
        var error = prompt.Run($"{piped} | Wait-EcsService").Error();
        Assert.StartsWith("DeploymentRolledBack,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_piped_service_is_waited_for_while_reads_lag()
    {
        using var prompt = Shop.Open(lag: TimeSpan.FromSeconds(5));
        prompt.Run("$null = Step-EcsLocal 00:01:00; $null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait; $null = Step-EcsLocal 00:01:00; $changed = Update-EcsService web -ForceNewDeployment").Clean();
        Assert.Equal(
            prompt.Run("$changed.Deployments[0].Id").One<string>(),
            prompt.Run("$changed | Wait-EcsService").One<Service>().Deployments![0].Id);
    }
}
