using System.Net;
using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

public class ControlPathTests
{
    [Theory]
    [InlineData("POST", "/_local/reset")]
    [InlineData("GET", "/_local/state")]
    [InlineData("PUT", "/_local/state")]
    [InlineData("GET", "/_local/behavior")]
    [InlineData("PUT", "/_local/behavior")]
    [InlineData("DELETE", "/_local/behavior")]
    public async Task Control_paths_demand_their_header(string method, string path)
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.Forbidden, (await ecs.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Single((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray());
    }

    [Fact]
    public async Task An_unknown_control_path_names_the_known_ones()
    {
        using var ecs = new LocalEcs();
        var (status, body) = await ecs.Control(HttpMethod.Get, "/_local/reset");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("POST /_local/reset", body);
    }

    [Fact]
    public async Task Reset_forgets_everything_revision_numbers_too()
    {
        using var ecs = new LocalEcs();
        var empty = await ecs.State();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Definition();
        await ecs.Call("RunTask", """{ "taskDefinition": "web" }""");

        Assert.Equal(HttpStatusCode.OK, (await ecs.Control(HttpMethod.Post, "/_local/reset")).Status);
        Assert.Equal(empty, await ecs.State());
        Assert.True(ecs.Server.IsSettled);
        Assert.EndsWith("task-definition/web:1", await ecs.Definition());
        await ecs.Instances(1);
        await ecs.Behave(""" "tasks": [{ "family": "web", "exitCode": 7 }] """);
        var task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Settle();
        Assert.Equal(7, (int)(await ecs.Task(task))["containers"]![0]!["exitCode"]!);
    }

    [Fact]
    public async Task A_state_that_is_put_back_goes_on_as_it_would_have()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(3);
        await ecs.Definition(container: """, "portMappings": [{ "containerPort": 80 }]""");
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 4 }""");
        ecs.Advance(2);
        var saved = await ecs.State();
        ecs.Advance(2.5);
        var went = await ecs.State();

        using var other = new LocalEcs();
        other.Advance(2);
        Assert.Equal(HttpStatusCode.OK, (await other.Control(HttpMethod.Put, "/_local/state", saved)).Status);
        Assert.Equal(saved, await other.State());
        other.Advance(2.5);
        Assert.Equal(went, await other.State());
        Assert.Equal(4, (int)(await other.Service())["runningCount"]!);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("null", "found null")]
    [InlineData("""{ "regiosn": {} }""", "regiosn")]
    [InlineData("""{ "regions": null }""", "RegionState")]
    [InlineData("""{ "regions": { "a/b": null } }""", "$.regions.a/b is missing")]
    [InlineData("""{ "regions": { "a/b": { "account": "1", "region": "b", "clusters": { "c": { "resource": { "clusterName": "c" }, "request": {}, "instances": [null] } } } } }""", "$.regions['a/b'].clusters.c.instances[0]: expected an object, found null")]
    [InlineData("""{ "lastNumber": -9223372036854775808, "regions": {} }""", "$.lastNumber: -9223372036854775808 is out of range")]
    [InlineData("""{ "regions": { "a/b": { "account": "1" } } }""", "$.regions['a/b']")]
    [InlineData("""{ "regions": { "a/b": { "account": "1", "region": "b", "clusters": { "c": null } } } }""", "$.regions.a/b.clusters.c is missing")]
    [InlineData("""{ "regions": { "a/b": { "account": "1", "region": "b", "clusters": { "c": { "resource": { "clusterName": 5 }, "request": {} } } } } }""", "$.regions['a/b'].clusters.c.resource: clusterName: expected a string, found a number")]
    public async Task A_document_that_is_no_state_changes_nothing_and_says_where(string document, string where)
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        var before = await ecs.State();
        var (status, body) = await ecs.Control(HttpMethod.Put, "/_local/state", document);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(body.Contains(where, StringComparison.Ordinal), body);
        Assert.Equal(before, await ecs.State());
    }

    [Fact]
    public async Task A_state_whose_parts_do_not_fit_together_is_refused()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Call("RunTask", """{ "taskDefinition": "web" }""");
        var state = JsonNode.Parse(await ecs.State())!;
        state["regions"]!["123456789012/us-east-1"]!["families"]!.AsObject().Clear();
        var (status, body) = await ecs.Control(HttpMethod.Put, "/_local/state", state.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("task-definition/web:1, which doesn't exist", body);
    }
}
