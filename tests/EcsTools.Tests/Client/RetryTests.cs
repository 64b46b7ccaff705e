using System.Net;
using System.Net.Sockets;
using EcsTools.Model;
using static EcsTools.Tests.Client.Calls;

namespace EcsTools.Tests.Client;

public sealed class RetryTests
{
    [Theory]
    [InlineData(400, "ThrottlingException", true)]
    [InlineData(429, "TooManyRequestsException", true)]
    [InlineData(500, "ServerException", false)]
    [InlineData(503, "ServiceUnavailable", false)]
    public async Task What_may_pass_is_tried_again_and_told(int status, string code, bool throttling)
    {
        using var peer = new HttpPeer(HttpPeer.Error(status, code), HttpPeer.Error(status, code), HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer));
        var witness = new Witness();
        await client.ListClustersAsync(witness);

        Assert.Equal([new EcsRetry("ListClusters", 1, code, throttling), new EcsRetry("ListClusters", 2, code, throttling)], witness.Retries);
        var call = Assert.Single(witness.Calls);
        Assert.Equal((3, "request-200", null), (call.Attempts, call.RequestId, call.ErrorCode));
        Assert.Equal(3, peer.Received.Count);
    }

    [Fact]
    public async Task A_dropped_connection_is_tried_again()
    {
        using var peer = new HttpPeer(HttpPeer.Drop, HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer));
        var witness = new Witness();
        await client.ListClustersAsync(witness);

        Assert.Equal([new EcsRetry("ListClusters", 1, "NoAnswer", false)], witness.Retries);
        Assert.Equal(2, Assert.Single(witness.Calls).Attempts);
    }

    [Fact]
    public async Task Connections_that_are_always_dropped_end_after_the_allowed_attempts()
    {
        using var peer = new HttpPeer(HttpPeer.Drop);
        using var client = Connect(Settings(peer) with { MaxAttempts = 4 });
        var e = await client.FailAsync();

        Assert.Equal(("NoAnswer", 4, 0), (e.ErrorCode, e.Attempts, e.StatusCode));
        Assert.Equal(4, peer.Received.Count);
    }

    [Fact]
    public async Task A_connection_that_ends_without_any_answer_is_tried_again()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var connections = 0;
        var serving = Task.Run(async () =>
        {
            for (; connections < 3; connections++)
            {
                using var socket = await server.AcceptSocketAsync();
                await socket.ReceiveAsync(new byte[64 * 1024]);
            }
        }, TestContext.Current.CancellationToken);
        var url = $"http://{server.LocalEndpoint}/";
        using var client = Connect(new EcsClientSettings { Region = "eu-west-1", AccessKey = AccessKey, SecretKey = SecretKey, EndpointUrl = url });
        var e = await client.FailAsync();
        await serving;

        Assert.Equal(("NoAnswer", 3, 3), (e.ErrorCode, e.Attempts, connections));
        Assert.Contains(url, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientException")]
    [InlineData("InvalidParameterException")]
    [InlineData("ClusterNotFoundException")]
    [InlineData("AccessDeniedException")]
    public async Task What_will_not_pass_is_not_tried_again(string code)
    {
        using var peer = new HttpPeer(HttpPeer.Error(400, code), HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer));
        var witness = new Witness();
        var e = await client.FailAsync(witness);

        Assert.Equal((code, 1), (e.ErrorCode, e.Attempts));
        Assert.Empty(witness.Retries);
        Assert.Equal(code, Assert.Single(witness.Calls).ErrorCode);
        Assert.Single(peer.Received);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public async Task The_attempts_end_where_the_settings_say(int attempts)
    {
        using var peer = new HttpPeer(HttpPeer.Error(400, "ThrottlingException", "Rate exceeded"));
        using var client = Connect(Settings(peer) with { MaxAttempts = attempts });
        var witness = new Witness();
        var e = await client.FailAsync(witness);

        Assert.Equal(("ThrottlingException", "Rate exceeded", attempts, true), (e.ErrorCode, e.Message, e.Attempts, e.IsThrottling));
        Assert.Equal(attempts - 1, witness.Retries.Count);
        Assert.Equal(attempts, peer.Received.Count);
    }

    [Fact]
    public async Task A_refusal_does_not_count_while_others_get_through()
    {
        IEcsClient? other = null;
        var refusals = 0;
        using var peer = new HttpPeer(async context =>
        {
            var isOther = context.Request.Headers["X-Amz-Target"]!.EndsWith("ListClusters", StringComparison.Ordinal);
            if (isOther || refusals == 5)
            {
                await HttpPeer.AnswerAsync(context, 200, NoClusters);
                return;
            }

            await other!.ListClustersAsync();
            refusals++;
            await HttpPeer.AnswerAsync(context, 400, """{"__type":"ThrottlingException","message":"Rate exceeded"}""");
        });
        using var client = Connect(Settings(peer));
        other = Connect(Settings(peer));
        var witness = new Witness();
        await client.SendAsync(Operations.DescribeClusters, new DescribeClustersRequest(), witness, TestContext.Current.CancellationToken);

        Assert.Equal(6, Assert.Single(witness.Calls).Attempts);
        other.Dispose();
    }

    [Fact]
    public async Task A_missing_token_is_made_up_once_for_all_attempts()
    {
        using var peer = new HttpPeer(HttpPeer.Error(500, "ServerException"), HttpPeer.Drop, HttpPeer.Ok("""{"tasks":[]}"""));
        using var client = Connect(Settings(peer));
        var request = new RunTaskRequest { TaskDefinition = "web:1" };
        await client.SendAsync(Operations.RunTask, request, null, TestContext.Current.CancellationToken);

        var tokens = peer.Received.Select(r => WireJson.Read<RunTaskRequest>(r.Body).ClientToken).ToList();
        Assert.Equal(3, tokens.Count);
        Assert.Equal(request.ClientToken, Assert.Single(tokens.Distinct()));
        Assert.True(Guid.TryParseExact(request.ClientToken, "D", out _));
    }

    [Fact]
    public async Task A_given_token_is_kept_and_two_calls_have_two()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"tasks":[]}"""));
        using var client = Connect(Settings(peer));
        foreach (var token in new[] { "mine", null, null })
        {
            var request = new RunTaskRequest { TaskDefinition = "web:1", ClientToken = token };
            await client.SendAsync(Operations.RunTask, request, null, TestContext.Current.CancellationToken);
        }

        var tokens = peer.Received.Select(r => WireJson.Read<RunTaskRequest>(r.Body).ClientToken).ToList();
        Assert.Equal("mine", tokens[0]);
        Assert.Equal(3, tokens.Distinct().Count());
    }
}
