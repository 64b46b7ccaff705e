using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A wait while ECS asks to slow down, or does not answer.</summary>
public sealed class ThrottledWaitTests
{
    private const string Arn = "arn:aws:ecs:us-east-1:123456789012:task/shop/0123456789abcdef0123456789abcdef";
    private static readonly string Stopped = $$"""{"tasks":[{"taskArn":"{{Arn}}","lastStatus":"STOPPED"}]}""";

    [Theory]
    [InlineData(400, "ThrottlingException")]
    [InlineData(500, "ServerException")]
    public void A_look_that_ECS_does_not_answer_is_no_failure_of_the_wait(int status, string code)
    {
        using var peer = new HttpPeer(HttpPeer.Error(status, code), HttpPeer.Ok(Stopped));
        using var prompt = Facing(peer);
        Assert.Equal("STOPPED", prompt.Run($"Wait-EcsTask {Arn}").One<EcsTask>().LastStatus);
        Assert.Equal(2, peer.Received.Count);
    }

    [Fact]
    public void A_wait_throttled_throughout_says_so_when_its_time_is_up()
    {
        using var peer = new HttpPeer(HttpPeer.Error(400, "ThrottlingException"));
        using var prompt = Facing(peer);
        var error = prompt.Run($"Wait-EcsTask {Arn} -Timeout 0").Error();
        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("the latest calls to ECS failed (ThrottlingException)", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_ends_the_wait()
    {
        using var peer = new HttpPeer(HttpPeer.Error(400, "AccessDeniedException"));
        using var prompt = Facing(peer);
        Assert.StartsWith("AccessDeniedException,", prompt.Run($"Wait-EcsTask {Arn}").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_is_not_visible_at_first_is_looked_for_again()
    {
        using var peer = new HttpPeer(HttpPeer.Ok($$"""{"tasks":[],"failures":[{"arn":"{{Arn}}","reason":"MISSING"}]}"""), HttpPeer.Ok(Stopped));
        using var prompt = Facing(peer);
        Assert.Equal("STOPPED", prompt.Run($"Wait-EcsTask {Arn}").One<EcsTask>().LastStatus);
    }

    private static EcsPrompt Facing(HttpPeer peer)
    {
        var prompt = new EcsPrompt();
        prompt.Run($"Set-EcsContext -EndpointUrl {peer.Url} -Region us-east-1 -AccessKey a -SecretKey b -MaxAttempts 1").Clean();
        return prompt;
    }
}
