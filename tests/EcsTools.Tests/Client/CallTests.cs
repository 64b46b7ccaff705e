using EcsTools.Client;
using EcsTools.Model;
using EcsTools.Model.Logs;
using static EcsTools.Tests.Client.Calls;

namespace EcsTools.Tests.Client;

public sealed class CallTests
{
    [Fact]
    public async Task A_call_is_AWS_JSON_1_1_with_the_operation_in_a_header()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"cluster":{"clusterName":"web","status":"ACTIVE"}}"""));
        using var client = Connect(Settings(peer));
        var witness = new Witness();
        var response = await client.SendAsync(
            Operations.CreateCluster, new CreateClusterRequest { ClusterName = "web" }, witness, TestContext.Current.CancellationToken);

        var request = Assert.Single(peer.Received);
        Assert.Equal(("POST", "/"), (request.Method, request.RawUrl));
        Assert.Equal("application/x-amz-json-1.1", request.Headers["content-type"]);
        Assert.Equal("AmazonEC2ContainerServiceV20141113.CreateCluster", request.Headers["x-amz-target"]);
        Assert.Contains("EcsTools/", request.Headers["user-agent"], StringComparison.Ordinal);
        Assert.Equal("""{"clusterName":"web"}""", request.Text);
        Assert.Equal(("web", "ACTIVE"), (response.Cluster?.ClusterName, response.Cluster?.Status));
        var call = Assert.Single(witness.Calls);
        Assert.Equal(("CreateCluster", new Uri(peer.Url), 1), (call.Operation, call.Endpoint, call.Attempts));
        Assert.Equal(("request-200", null), (call.RequestId, call.ErrorCode));
        Assert.True(call.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_call_of_another_service_has_that_service_in_its_target_and_its_signature()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"events":[{"timestamp":1796000000000,"message":"ready"}],"nextForwardToken":"f/1"}"""));
        using var client = new EcsClientFactory().Create(Settings(peer), LogsOperations.Service);
        var response = await client.SendAsync(
            LogsOperations.GetLogEvents, new GetLogEventsRequest { LogGroupName = "/ecs/web", LogStreamName = "web/web/1" }, observer: null, TestContext.Current.CancellationToken);

        var request = Assert.Single(peer.Received);
        Assert.Equal("Logs_20140328.GetLogEvents", request.Headers["x-amz-target"]);
        Assert.Contains("/eu-west-1/logs/aws4_request", request.Headers["authorization"], StringComparison.Ordinal);
        Assert.Equal("""{"logStreamName":"web/web/1","logGroupName":"/ecs/web"}""", request.Text);
        Assert.Equal((1796000000000, "ready", "f/1"), (response.Events![0].Timestamp, response.Events[0].Message, response.NextForwardToken));
    }

    [Fact]
    public async Task Members_that_are_not_known_are_skipped()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"new":{"deep":[1,{"x":null}]},"clusterArns":["a"],"other":true}"""));
        using var client = Connect(Settings(peer));
        Assert.Equal(["a"], (await client.ListClustersAsync()).ClusterArns);
    }

    [Fact]
    public async Task A_response_larger_than_any_buffer_is_read_whole_with_and_without_a_length()
    {
        var arns = Enumerable.Range(0, 40_000).Select(i => $"arn:aws:ecs:eu-west-1:123456789012:cluster/{i}").ToList();
        var json = WireJson.ToText(new ListClustersResponse { ClusterArns = arns });
        using var peer = new HttpPeer(HttpPeer.Ok(json), async context =>
        {
            context.Response.SendChunked = true;
            await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(json));
            context.Response.Close();
        });
        using var client = Connect(Settings(peer));
        Assert.Equal(arns, (await client.ListClustersAsync()).ClusterArns);
        Assert.Equal(arns, (await client.ListClustersAsync()).ClusterArns);
    }

    [Fact]
    public async Task Eight_calls_overlap_and_their_connections_are_kept_across_clients()
    {
        using var together = new CountdownEvent(8);
        var all = new TaskCompletionSource();
        using var peer = new HttpPeer(async context =>
        {
            if (!together.IsSet && together.Signal()) all.SetResult();
            await all.Task; // no call is answered before all eight have arrived
            await HttpPeer.AnswerAsync(context, 200, NoClusters);
        });
        for (var round = 0; round < 2; round++)
        {
            using var client = Connect(Settings(peer));
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.ListClustersAsync()));
        }

        Assert.Equal(16, peer.Received.Count);
        Assert.Equal(8, peer.Received.Select(r => r.From.Port).Distinct().Count());
    }

    [Fact]
    public async Task A_disposed_client_sends_no_more_and_leaves_others_alone()
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        var first = Connect(Settings(peer));
        using var second = Connect(Settings(peer));
        await first.ListClustersAsync();
        first.Dispose();
        first.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first.ListClustersAsync());
        await second.ListClustersAsync();
        Assert.Equal(2, peer.Received.Count);
    }

    [Fact]
    public void The_factory_shows_nothing_of_the_SDK()
    {
        var members = typeof(EcsClientFactory).Assembly.GetExportedTypes().SelectMany(t => t.GetMembers()).Select(m => m.ToString()!).ToList();
        Assert.Contains("Void .ctor()", members);
        Assert.DoesNotContain(members, m => m.Contains("Amazon.", StringComparison.Ordinal));
    }
}
