using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>-Verbose reports every call, and no stream contains a secret.</summary>
public sealed class VerboseTests
{
    private const string Keys = "-AccessKey AKIAEXAMPLE -SecretKey topsecretkey -SessionToken topsecrettoken";

    [Fact]
    public void Verbose_shows_a_line_a_call_with_time_attempts_and_request_id()
    {
        using var prompt = Shop.Open();
        var said = prompt.Run("Get-EcsCluster -Verbose");
        var lines = said.Verbose.Select(v => v.Message).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Matches(@"^ListClusters: ok in \d+\.\d ms, 1 attempt, request [0-9a-f-]{36}$", lines[0]);
        Assert.Matches(@"^DescribeClusters: ok in \d+\.\d ms, 1 attempt, request [0-9a-f-]{36}$", lines[1]);
    }

    [Fact]
    public void A_throttled_call_is_retried_and_shown()
    {
        using var peer = new HttpPeer(HttpPeer.Error(400, "ThrottlingException", "Rate exceeded"), HttpPeer.Ok("""{"clusters":[{"clusterName":"shop"}],"failures":[]}"""));
        using var prompt = new EcsPrompt();
        var said = prompt.Run($"Get-EcsCluster shop -Region us-east-1 -EndpointUrl {peer.Url} {Keys} -Verbose").Clean();
        var lines = said.Verbose.Select(v => v.Message).ToList();
        Assert.Equal("DescribeClusters: attempt 1 failed with ThrottlingException (throttled), trying again", lines[0]);
        Assert.Matches("^DescribeClusters: ok in .* 2 attempts", lines[1]);
        Assert.Single(said.Output);
    }

    [Theory]
    [InlineData(200, """{"clusters":[]}""")]
    [InlineData(400, """{"__type":"AccessDeniedException","message":"User is not authorized"}""")]
    [InlineData(200, "not json")]
    public void No_stream_tells_a_secret(int status, string answer)
    {
        using var peer = new HttpPeer(HttpPeer.Text(status, answer));
        using var prompt = new EcsPrompt();
        var said = prompt.Run($"$DebugPreference = 'Continue'; Get-EcsCluster shop -Region us-east-1 -EndpointUrl {peer.Url} {Keys} -Verbose; Set-EcsContext {Keys} -PassThru; New-EcsCluster x -WhatIf");
        var all = said.Output.Select(o => o.ToString()).Concat(said.Verbose.Select(v => v.Message)).Concat(said.Warnings.Select(w => w.Message))
            .Concat(said.Errors.SelectMany(e => new[] { e.ToString(), e.Exception.ToString(), e.ErrorDetails?.RecommendedAction ?? "" }));
        Assert.DoesNotContain(all, text => text!.Contains("topsecret", StringComparison.Ordinal));
        Assert.Contains(peer.Received, r => r.Headers["authorization"].Contains("AKIAEXAMPLE", StringComparison.Ordinal));
    }
}
