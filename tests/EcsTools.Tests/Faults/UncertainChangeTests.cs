using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Faults;

/// <summary>The errors for changes that failed halfway.</summary>
public sealed class UncertainChangeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Every_task_that_was_started_before_the_token_expired_is_written(int limit)
    {
        using var prompt = Shop.Open(instances: 8);
        using var proxy = Between(prompt, (operation, attempt) => operation == "RunTask" && attempt > 10 ? Fault.ExpiredToken : Fault.None);
        var said = prompt.Run($"1..40 | ForEach-Object {{ [pscustomobject]@{{ TaskDefinition = 'web' }} }} | Start-EcsTask -ThrottleLimit {limit}");
        Assert.Contains("expired", said.Ended?.Message ?? said.Errors.Single().ToString(), StringComparison.Ordinal);
        Assert.Equal(10, proxy.Done("RunTask"));
        Assert.Equal(10, said.Output.Count);
        Assert.InRange(proxy.Asked("RunTask"), 11, 10 + limit);
    }

    [Fact]
    public void A_revision_that_was_registered_is_named_in_the_error_of_the_update()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        using var proxy = Between(prompt, (operation, _) => operation == "UpdateService" ? Fault.Throttled : Fault.None);
        Assert.Contains("web:2 was registered", prompt.Run("Update-EcsService web -Image nginx:2").Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_after_an_attempt_without_answer_says_that_the_change_might_have_been_made()
    {
        using var prompt = Shop.Open();
        using var proxy = Between(prompt, (operation, attempt) => operation != "RunTask" ? Fault.None : attempt == 1 ? Fault.CutAfterwards : Fault.ExpiredToken);
        var said = prompt.Run("Start-EcsTask web");
        Assert.Contains("ECS might have carried it out", said.Ended?.Message ?? said.Errors.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_ECS_never_answers_is_not_called_a_connection_that_failed()
    {
        using var prompt = Shop.Open();
        using var proxy = Between(prompt, (operation, _) => operation == "StopTask" ? Fault.CutAfterwards : Fault.None);
        var error = prompt.Run("$task = Start-EcsTask web; $task | Stop-EcsTask").Error();
        Assert.StartsWith("NoAnswer,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(3, proxy.Asked("StopTask"));
        Assert.Contains("no harm", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_gives_the_same_token_again_is_an_error()
    {
        using var peer = new Client.HttpPeer(Client.HttpPeer.Ok("""{"clusterArns":[],"nextToken":"again"}"""));
        using var prompt = new EcsPrompt();
        var said = prompt.Run($"Get-EcsCluster -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b");
        Assert.StartsWith("EndlessList,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://me:topsecret@127.0.0.1:1/")]
    [InlineData("me:topsecret@somewhere")]
    public void A_password_in_an_endpoint_is_never_shown(string url)
    {
        using var prompt = new EcsPrompt();
        var said = prompt.Run($"Set-EcsContext -EndpointUrl '{url}' -Region us-east-1 -PassThru | Out-String -Stream; Get-EcsContext; Get-EcsCluster -Verbose");
        var texts = said.Output.Select(o => o.ToString()).Concat(said.Errors.Select(e => $"{e} {e.Exception}")).Append(said.Ended?.ToString() ?? "");
        Assert.DoesNotContain(texts, text => text!.Contains("topsecret", StringComparison.Ordinal));
    }

    private static FaultProxy Between(EcsPrompt prompt, Func<string, int, Fault> plan)
    {
        FastRetries.Use();
        var proxy = new FaultProxy(prompt.Local().Url, plan);
        prompt.Run($"Set-EcsContext -EndpointUrl {proxy.Url}").Clean();
        return proxy;
    }
}
