using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using EcsTools.Local;
using EcsTools.Local.Http;

namespace EcsTools.Tests.Local;

public class ServerTests
{
    [Fact]
    public async Task It_says_what_it_is()
    {
        using var ecs = new LocalEcs();
        Assert.Contains("local ECS", await ecs.Http.GetStringAsync("/", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_path_is_explained()
    {
        using var ecs = new LocalEcs();
        var response = await ecs.Http.GetAsync("/clusters", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is nothing at /clusters", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Answers_have_a_request_id_and_the_content_type_of_AWS_JSON()
    {
        using var ecs = new LocalEcs();
        using var response = await ecs.Post("AmazonEC2ContainerServiceV20141113.ListClusters", "{}");
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(Assert.Single(response.Headers.GetValues("x-amzn-RequestId")));
    }

    [Theory]
    [InlineData("AmazonEC2ContainerServiceV20141113.NoSuchThing", "ECS has no operation NoSuchThing.")]
    [InlineData("ListClusters", "ECS has no operation ListClusters.")]
    [InlineData(null, "The request names no operation: the header X-Amz-Target is missing.")]
    public async Task A_target_that_is_no_operation_here_is_UnknownOperationException(string? target, string message)
    {
        using var ecs = new LocalEcs();
        using var response = await ecs.Post(target, "{}");
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(("UnknownOperationException", message), ((string)error["__type"]!, (string)error["message"]!));
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "expected an object")]
    [InlineData("""{ "clusterName": 5 }""", "clusterName: expected a string, found a number")]
    [InlineData("""{ "settings": [{ "name": [] }] }""", "settings[0].name: expected a string, found a list")]
    public async Task A_body_that_is_not_the_requests_JSON_is_SerializationException(string body, string message)
    {
        using var ecs = new LocalEcs();
        var error = await ecs.Fail("CreateCluster", body);
        Assert.Equal("SerializationException", error.Type);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task An_empty_body_is_an_empty_request_and_unknown_members_are_skipped()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", "");
        await ecs.Call("CreateCluster", """{ "clusterName": "other", "shape": { "round": [true] } }""");
        Assert.Equal(2, (await ecs.Call("ListClusters"))["clusterArns"]!.AsArray().Count);
    }

    [Fact]
    public async Task Each_region_and_account_has_a_state_of_its_own()
    {
        const string signature = "AWS4-HMAC-SHA256 Credential={0}/20260101/{1}/ecs/aws4_request, SignedHeaders=host, Signature=0";
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", """{ "clusterName": "here" }""");
        var paris = await ecs.Call("CreateCluster", """{ "clusterName": "there" }""", string.Format(signature, "AKIDEXAMPLE", "eu-west-3"));
        var china = await ecs.Call("CreateCluster", "{}", string.Format(signature, "210987654321", "cn-north-1"));

        Assert.Equal("arn:aws:ecs:eu-west-3:123456789012:cluster/there", (string)paris["cluster"]!["clusterArn"]!);
        Assert.Equal("arn:aws-cn:ecs:cn-north-1:210987654321:cluster/default", (string)china["cluster"]!["clusterArn"]!);
        Assert.Equal("arn:aws:ecs:us-east-1:123456789012:cluster/here", (string)Assert.Single((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray())!);
    }

    [Fact]
    public async Task Localhost_is_a_name_for_it_and_other_names_are_not()
    {
        using var ecs = new LocalEcs();
        using var local = new HttpClient { BaseAddress = new Uri($"http://localhost:{ecs.Server.Url.Port}") };
        Assert.Equal(HttpStatusCode.OK, (await local.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);

        using var named = new HttpRequestMessage(HttpMethod.Get, "/");
        named.Headers.Host = "localhost";
        Assert.Equal(HttpStatusCode.OK, (await ecs.Http.SendAsync(named, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example.com")]
    [InlineData("127.0.0.1.evil.example.com")]
    [InlineData("localhost.evil.example.com:80")]
    [InlineData("10.0.0.1")]
    public async Task A_request_to_another_name_is_refused_and_changes_nothing(string host)
    {
        using var ecs = new LocalEcs();
        using var rebound = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}") };
        rebound.Headers.Host = host;
        rebound.Headers.Add("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.CreateCluster");
        using var refused = await ecs.Http.SendAsync(rebound, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("The local ECS answers only requests to a loopback address.\n", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray());
    }

    [Fact]
    public void A_port_that_is_in_use_is_an_error_that_names_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var server = new EcsLocalServer(new EcsLocalOptions { Port = port });
        Assert.Contains($"port {port} of 127.0.0.1", Assert.Throws<IOException>(server.Start).Message);

        using var ecs = new LocalEcs();
        using var second = new EcsLocalServer(new EcsLocalOptions { Port = ecs.Server.Url.Port });
        Assert.Contains($"port {ecs.Server.Url.Port} of 127.0.0.1", Assert.Throws<IOException>(second.Start).Message);
        Assert.False(second.IsRunning);
    }

    [Fact]
    public async Task Many_servers_find_ports_at_once_and_a_stopped_one_keeps_its_state()
    {
        var servers = Enumerable.Range(0, 8).Select(_ => new EcsLocalServer()).ToList();
        await Task.WhenAll(servers.Select(server => Task.Run(server.Start, TestContext.Current.CancellationToken)));
        Assert.Equal(8, servers.Select(server => server.Url.Port).Distinct().Count());
        foreach (var server in servers) await server.DisposeAsync();

        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        ecs.Server.Stop();
        Assert.False(ecs.Server.IsRunning);
        ecs.Server.Start();
        using var http = new HttpClient { BaseAddress = ecs.Server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_local/state");
        request.Headers.Add("X-EcsTools-Local", "yes");
        var state = await (await http.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("cluster/default", state);
    }

    [Fact]
    public async Task Requests_are_answered_side_by_side()
    {
        using var ecs = new LocalEcs();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => ecs.Call("CreateCluster", $$"""{ "clusterName": "c{{i}}" }""")));
        Assert.Equal(50, (await ecs.Call("ListClusters"))["clusterArns"]!.AsArray().Count);
    }
}
