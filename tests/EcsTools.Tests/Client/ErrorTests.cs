using EcsTools.Model;
using static EcsTools.Tests.Client.Calls;

namespace EcsTools.Tests.Client;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("ClusterNotFoundException")]
    [InlineData("com.amazonaws.ecs#ClusterNotFoundException")]
    [InlineData("com.amazonaws.ecs#ClusterNotFoundException:http://internal.amazon.com/coral/com.amazonaws.ecs/")]
    public async Task An_error_has_its_short_code_message_status_and_request_id(string type)
    {
        using var peer = new HttpPeer(HttpPeer.Error(400, type, "Cluster not found."));
        using var client = Connect(Settings(peer));
        var e = await client.FailAsync();

        Assert.Equal(("ClusterNotFoundException", "Cluster not found.", 400, "request-400"), (e.ErrorCode, e.Message, e.StatusCode, e.RequestId));
        Assert.Equal(("ListClusters", 1, false), (e.Operation, e.Attempts, e.IsThrottling));
    }

    [Fact]
    public async Task The_code_may_come_in_a_header_and_the_message_with_a_capital()
    {
        using var peer = new HttpPeer(context => HttpPeer.AnswerAsync(
            context, 400, """{"extra":{"message":"inner"},"Message":"Not allowed."}""", ("x-amzn-ErrorType", "AccessDeniedException:http://x/")));
        using var client = Connect(Settings(peer));
        var e = await client.FailAsync();

        Assert.Equal(("AccessDeniedException", "Not allowed."), (e.ErrorCode, e.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>nothing here</html>")]
    [InlineData("[1]")]
    public async Task An_error_that_is_not_ECSs_names_the_status_and_the_endpoint(string body)
    {
        using var peer = new HttpPeer(HttpPeer.Text(404, body));
        using var client = Connect(Settings(peer));
        var e = await client.FailAsync();

        Assert.Equal(("NotFound", 404), (e.ErrorCode, e.StatusCode));
        Assert.Contains(peer.Url, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"clusterArns":["a",{"b":1}]}""", "clusterArns[1]")]
    [InlineData("""{"clusterArns":7}""", "clusterArns")]
    [InlineData("<html></html>", "not JSON")]
    public async Task A_malformed_response_is_an_error_that_says_where_and_is_not_tried_again(string body, string where)
    {
        using var peer = new HttpPeer(HttpPeer.Text(200, body));
        using var client = Connect(Settings(peer));
        var e = await client.FailAsync();

        Assert.Equal(("MalformedResponse", 1, 200), (e.ErrorCode, e.Attempts, e.StatusCode));
        Assert.Contains(where, e.Message, StringComparison.Ordinal);
        Assert.Contains(peer.Url, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"clusterArns":[""")]
    [InlineData("{")]
    [InlineData("")]
    public async Task An_answer_that_ends_too_early_is_tried_again(string body)
    {
        using var peer = new HttpPeer(HttpPeer.Text(200, body), HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer));
        await client.ListClustersAsync();
        Assert.Equal(2, peer.Received.Count);
    }

    [Fact]
    public async Task A_call_ends_when_its_time_is_up()
    {
        var end = new TaskCompletionSource();
        using var peer = new HttpPeer(HttpPeer.HangInBody(new TaskCompletionSource(), end.Task));
        using var client = Connect(Settings(peer) with { CallTimeout = TimeSpan.FromMilliseconds(200) });
        var e = await client.FailAsync();
        end.SetResult();
        Assert.Equal(("Timeout", 1), (e.ErrorCode, e.Attempts));
    }

    [Fact]
    public async Task A_refused_connection_names_the_endpoint_and_what_to_check()
    {
        using var gone = new HttpPeer(HttpPeer.Drop);
        gone.Dispose();
        using var client = Connect(Settings(gone));
        var witness = new Witness();
        var e = await client.FailAsync(witness);

        Assert.Equal(("ConnectionFailed", 3, 0), (e.ErrorCode, e.Attempts, e.StatusCode));
        Assert.Contains(gone.Url, e.Message, StringComparison.Ordinal);
        Assert.Contains("Check", e.Message, StringComparison.Ordinal);
        Assert.Equal(new Uri(gone.Url), Assert.Single(witness.Calls).Endpoint);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_is_silent_too_long_is_a_timeout(bool inBody)
    {
        var end = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        using var peer = new HttpPeer(inBody ? HttpPeer.HangInBody(begun, end.Task) : HttpPeer.Hang(begun, end.Task));
        using var client = Connect(Settings(peer) with { MaxAttempts = 1 }, timeout: TimeSpan.FromMilliseconds(200));
        var e = await client.FailAsync();
        end.SetResult();

        Assert.Equal("Timeout", e.ErrorCode);
        Assert.Contains(peer.Url, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_is_in_any_text_of_a_failure()
    {
        var echo = $"The Canonical String should have been x-amz-security-token:{SessionToken}";
        using var peer = new HttpPeer(HttpPeer.Error(403, "InvalidSignatureException", echo));
        var settings = Settings(peer) with { SessionToken = SessionToken };
        using var client = Connect(settings);
        var witness = new Witness();
        var e = await client.FailAsync(witness);

        Assert.Contains("x-amz-security-token:***", e.Message, StringComparison.Ordinal);
        foreach (var text in new[] { e.ToString(), witness.Calls[0].ToString(), settings.ToString() })
        {
            Assert.DoesNotContain(SecretKey, text, StringComparison.Ordinal);
            Assert.DoesNotContain(SessionToken, text, StringComparison.Ordinal);
        }
    }
}
