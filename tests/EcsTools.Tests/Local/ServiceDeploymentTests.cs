using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>The service deployments: time, source, and target.</summary>
public class ServiceDeploymentTests
{
    [Fact]
    public async Task A_new_service_is_a_service_deployment_without_source()
    {
        using var ecs = await Open();
        var arn = await ecs.NewestDeployment();
        Assert.Matches("^arn:aws:ecs:us-east-1:123456789012:service-deployment/default/web/[A-Za-z0-9_-]{21}$", arn);
        var created = await Describe(ecs, arn);
        Assert.Equal(("PENDING", "[]"), (Text(created, "status"), created["sourceServiceRevisions"]!.ToJsonString()));
        Assert.Null(created["startedAt"]);

        ecs.Advance(1.1);
        var begun = await Describe(ecs, arn);
        Assert.Equal(("IN_PROGRESS", 2, 0, 2), (Text(begun, "status"), Count(begun, "requested"), Count(begun, "running"), Count(begun, "pending")));
        ecs.Settle();
        var done = await Describe(ecs, arn);
        Assert.Equal(("SUCCESSFUL", 2, 2, 0), (Text(done, "status"), Count(done, "requested"), Count(done, "running"), Count(done, "pending")));
        Assert.True((double)done["createdAt"]! < (double)done["startedAt"]! && (double)done["startedAt"]! < (double)done["finishedAt"]!);
    }

    [Fact]
    public async Task An_update_rolls_out_a_new_revision_from_the_old_one()
    {
        using var ecs = await Open();
        ecs.Settle();
        var first = Text((await ecs.Service())["currentServiceRevisions"]![0]!, "arn");
        Assert.Matches(@"service-revision/default/web/\d{19}$", first);
        await Update(ecs);
        ecs.Advance(1.1);
        var service = await ecs.Service();
        var deployment = await Describe(ecs, await ecs.NewestDeployment());
        var second = Text(deployment["targetServiceRevision"]!, "arn");
        Assert.Equal(first, Text(Assert.Single(deployment["sourceServiceRevisions"]!.AsArray())!, "arn"));
        Assert.Equal([second, first], service["currentServiceRevisions"]!.AsArray().Select(revision => Text(revision!, "arn")));
        ecs.Settle();
        Assert.Equal([second], (await ecs.Service())["currentServiceRevisions"]!.AsArray().Select(revision => Text(revision!, "arn")));

        var revisions = (await ecs.Call("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["{{first}}", "{{second}}"] }"""))["serviceRevisions"]!.AsArray();
        Assert.Equal(["1", "2"], revisions.Select(revision => Text(revision!, "taskDefinition")[^1..]));
        var image = Assert.Single(revisions[0]!["containerImages"]!.AsArray())!;
        Assert.Equal(("app", "app:1"), (Text(image, "containerName"), Text(image, "image")));
    }

    [Fact]
    public async Task Scaling_is_no_service_deployment()
    {
        using var ecs = await Open();
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 1 }""");
        Assert.Single(await List(ecs));
    }

    [Fact]
    public async Task A_newer_deployment_stops_the_one_under_way()
    {
        using var ecs = await Open();
        await Update(ecs);
        Assert.Equal(["PENDING", "STOPPED"], (await List(ecs)).Select(deployment => Text(deployment!, "status")));
        await ecs.Call("DeleteService", """{ "service": "web", "force": true }""");
        Assert.Equal(["PENDING", "STOPPED"], (await List(ecs)).Select(deployment => Text(deployment!, "status")));
        ecs.Settle();
        Assert.Equal(["SUCCESSFUL", "STOPPED"], (await List(ecs)).Select(deployment => Text(deployment!, "status")));
        Assert.Equal("INACTIVE", Text(await ecs.Service(), "status"));
    }

    [Fact]
    public async Task Stopping_puts_the_previous_revision_back()
    {
        using var ecs = await Open();
        ecs.Settle();
        var first = Text((await ecs.Service())["currentServiceRevisions"]![0]!, "arn");
        await Update(ecs);
        ecs.Advance(2);
        var arn = await ecs.NewestDeployment();
        var failed = Text((await ecs.Service())["deployments"]![0]!, "id");
        Assert.Equal(arn, Text(await ecs.Call("StopServiceDeployment", $$"""{ "serviceDeploymentArn": "{{arn}}" }"""), "serviceDeploymentArn"));
        Assert.Equal("ROLLBACK_REQUESTED", Text(await Describe(ecs, arn), "status"));
        Assert.Equal("FAILED", Text((await ecs.Service())["deployments"]!.AsArray().Single(deployment => Text(deployment!, "id") == failed)!, "rolloutState"));
        ecs.Advance(1.1);
        Assert.Equal("ROLLBACK_IN_PROGRESS", Text(await Describe(ecs, arn), "status"));
        await ecs.Call("StopServiceDeployment", $$"""{ "serviceDeploymentArn": "{{arn}}" }""");

        ecs.Settle();
        Assert.Equal("ConflictException", (await ecs.Fail("StopServiceDeployment", $$"""{ "serviceDeploymentArn": "{{arn}}" }""")).Type);
        var stopped = await Describe(ecs, arn);
        Assert.Equal(("ROLLBACK_SUCCESSFUL", first), (Text(stopped, "status"), Text(stopped["rollback"]!, "serviceRevisionArn")));
        Assert.NotNull(stopped["stoppedAt"]);
        var service = await ecs.Service();
        Assert.EndsWith("web:1", Text(service, "taskDefinition"));
        Assert.Equal(first, Text(Assert.Single(service["currentServiceRevisions"]!.AsArray())!, "arn"));
        Assert.All(await ecs.TasksOf(), task => Assert.EndsWith("web:1", Text(task!, "taskDefinitionArn")));
        Assert.Contains(service["events"]!.AsArray(), e => Text(e!, "message") == $"(service web) rolling back to deployment {Text(service["deployments"]![0]!, "id")}.");
        Assert.Equal(2, (await List(ecs)).Count);
    }

    [Fact]
    public async Task A_rollback_that_is_overtaken_has_failed()
    {
        using var ecs = await Open();
        ecs.Settle();
        await Update(ecs);
        var arn = await ecs.NewestDeployment();
        await ecs.Call("StopServiceDeployment", $$"""{ "serviceDeploymentArn": "{{arn}}", "stopType": "ROLLBACK" }""");
        await Update(ecs);
        Assert.Equal("ROLLBACK_FAILED", Text(await Describe(ecs, arn), "status"));
    }

    [Fact]
    public async Task Lists_are_newest_first_filtered_and_paged()
    {
        using var ecs = await Open();
        ecs.Settle();
        var begin = (double)(await Describe(ecs, await ecs.NewestDeployment()))["createdAt"]!;
        ecs.Advance(60);
        for (var i = 0; i < 24; i++)
        {
            await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
            ecs.Advance(10);
        }

        ecs.Settle();
        var first = await ecs.Call("ListServiceDeployments", """{ "service": "web" }""");
        Assert.Equal(20, first["serviceDeployments"]!.AsArray().Count);
        var rest = await ecs.Call("ListServiceDeployments", $$"""{ "service": "web", "nextToken": "{{Text(first, "nextToken")}}" }""");
        var times = first["serviceDeployments"]!.AsArray().Concat(rest["serviceDeployments"]!.AsArray()).Select(deployment => (double)deployment!["createdAt"]!).ToList();
        Assert.Equal(25, times.Count);
        Assert.Equal(times.OrderDescending(), times);
        Assert.Single(await List(ecs, FormattableString.Invariant($$""", "createdAt": { "before": {{begin + 1}} }""")));
        Assert.Equal(24, (await List(ecs, FormattableString.Invariant($$""", "createdAt": { "after": {{begin + 1}} }, "maxResults": 100"""))).Count);
        Assert.All(await List(ecs, """, "status": ["SUCCESSFUL"] """), deployment => Assert.Equal("SUCCESSFUL", Text(deployment!, "status")));
        Assert.Empty(await List(ecs, """, "status": ["ROLLBACK_FAILED"] """));
    }

    [Fact]
    public async Task A_state_that_was_saved_goes_on_with_its_service_deployment()
    {
        using var ecs = await Open();
        var arn = await ecs.NewestDeployment();
        using var other = new LocalEcs();
        await other.Control(HttpMethod.Put, "/_local/state", await ecs.State());
        other.Settle();
        Assert.Equal("SUCCESSFUL", Text(await Describe(other, arn), "status"));
    }

    [Theory]
    [InlineData("ListServiceDeployments", """{ "service": "nope" }""", "ServiceNotFoundException", "Service not found.")]
    [InlineData("ListServiceDeployments", """{ "service": "web", "cluster": "nope" }""", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("ListServiceDeployments", """{ "service": "web", "status": ["GONE"] }""", "InvalidParameterException", "status should be one of [IN_PROGRESS,PENDING,ROLLBACK_FAILED,ROLLBACK_IN_PROGRESS,ROLLBACK_REQUESTED,ROLLBACK_SUCCESSFUL,STOPPED,STOP_REQUESTED,SUCCESSFUL]")]
    [InlineData("DescribeServiceDeployments", """{ "serviceDeploymentArns": [] }""", "InvalidParameterException", "Service deployments cannot be empty.")]
    [InlineData("DescribeServiceDeployments", """{ "serviceDeploymentArns": ["web"] }""", "InvalidParameterException", "Invalid identifier: Specify the ARN of a service deployment.")]
    [InlineData("DescribeServiceDeployments", """{ "serviceDeploymentArns": ["$arn:service-deployment/nope/web/x"] }""", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("DescribeServiceDeployments", """{ "serviceDeploymentArns": ["$arn:service-deployment/default/nope/x"] }""", "ServiceNotFoundException", "Service not found.")]
    [InlineData("DescribeServiceRevisions", """{ "serviceRevisionArns": ["$arn:service-deployment/default/web/x"] }""", "InvalidParameterException", "The ServiceRevision ARN is invalid.")]
    [InlineData("StopServiceDeployment", """{ "serviceDeploymentArn": "$arn:service-deployment/default/web/x" }""", "ServiceDeploymentNotFoundException", "Service deployment not found.")]
    [InlineData("StopServiceDeployment", """{ "serviceDeploymentArn": "$current" }""", "ClientException", "The service deployment cannot be rolled back because there is no earlier service revision.")]
    [InlineData("StopServiceDeployment", """{ "serviceDeploymentArn": "$current", "stopType": "NOW" }""", "InvalidParameterException", "stopType should be one of [ABORT,ROLLBACK]")]
    [InlineData("ContinueServiceDeployment", """{ "serviceDeploymentArn": "$current", "hookId": "h" }""", "InvalidParameterException", "The service deployment is not paused at the lifecycle hook that you specified.")]
    [InlineData("ContinueServiceDeployment", """{ "serviceDeploymentArn": "$arn:service-deployment/default/web/x", "hookId": "h" }""", "ServiceDeploymentNotFoundException", "Service deployment not found.")]
    public async Task ECS_refuses(string operation, string request, string type, string message)
    {
        using var ecs = await Open();
        var current = await ecs.NewestDeployment();
        var before = await ecs.State();
        var whole = request.Replace("$current", current, StringComparison.Ordinal).Replace("$arn", "arn:aws:ecs:us-east-1:123456789012", StringComparison.Ordinal);
        Assert.Equal((type, message), await ecs.Fail(operation, whole));
        Assert.Equal(before, await ecs.State());
    }

    [Fact]
    public async Task Unknown_ids_of_a_service_are_failures()
    {
        using var ecs = await Open();
        const string place = "arn:aws:ecs:us-east-1:123456789012:";
        var deployments = await ecs.Call("DescribeServiceDeployments", $$"""{ "serviceDeploymentArns": ["{{place}}service-deployment/default/web/x"] }""");
        var revisions = await ecs.Call("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["{{place}}service-revision/default/web/1"] }""");
        Assert.Equal($$"""[{"arn":"{{place}}service-deployment/default/web/x","reason":"MISSING"}]""", deployments["failures"]!.ToJsonString());
        Assert.Equal($$"""[{"arn":"{{place}}service-revision/default/web/1","reason":"MISSING"}]""", revisions["failures"]!.ToJsonString());
    }

    private static async Task<LocalEcs> Open()
    {
        var ecs = new LocalEcs();
        await ecs.Instances(2);
        await ecs.Definition();
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web:1", "desiredCount": 2 }""");
        return ecs;
    }

    private static Task<JsonNode> Update(LocalEcs ecs) => ecs.Call("UpdateService", """{ "service": "web", "taskDefinition": "web:2", "forceNewDeployment": true }""");

    private static async Task<JsonNode> Describe(LocalEcs ecs, string arn) =>
        (await ecs.Call("DescribeServiceDeployments", $$"""{ "serviceDeploymentArns": ["{{arn}}"] }"""))["serviceDeployments"]![0]!;

    private static async Task<JsonArray> List(LocalEcs ecs, string more = "") =>
        (await ecs.Call("ListServiceDeployments", $$"""{ "service": "web" {{more}} }"""))["serviceDeployments"]!.AsArray();

    private static int Count(JsonNode deployment, string which) => (int)deployment["targetServiceRevision"]![$"{which}TaskCount"]!;

    private static string Text(JsonNode node, string member) => (string)node[member]!;
}
