using System.Net;
using System.Text.Json.Nodes;
using EcsTools.Local;

namespace EcsTools.Tests.Local;

/// <summary>An API with configured failures, and the control path that configures them.</summary>
public class ApiBehaviorTests
{
    [Theory]
    [InlineData("""{ "operation": "ListClusters", "errorCode": "AccessDeniedException", "errorMessage": "not you" }""", HttpStatusCode.BadRequest, "AccessDeniedException", "not you")]
    [InlineData("""{ "operation": "List*", "errorCode": "ThrottlingException" }""", HttpStatusCode.BadRequest, "ThrottlingException", "Rate exceeded")]
    [InlineData("""{ "operation": "*", "errorCode": "ServerException" }""", HttpStatusCode.InternalServerError, "ServerException", "A behavior of the local ECS returned ServerException.")]
    [InlineData("""{ "operation": "*", "errorCode": "ServiceUnavailable", "errorStatus": 429 }""", HttpStatusCode.TooManyRequests, "ServiceUnavailable", "A behavior of the local ECS returned ServiceUnavailable.")]
    public async Task A_call_is_answered_with_an_error_and_has_no_effect(string behavior, HttpStatusCode status, string type, string message)
    {
        using var ecs = new LocalEcs();
        await ecs.Behave($$""" "api": [{{behavior}}] """);
        var (answered, error) = await ecs.Try("ListClusters", "{}");
        Assert.Equal((status, type, message), (answered, (string)error["__type"]!, (string)error["message"]!));
    }

    [Fact]
    public async Task Other_operations_are_spared_and_a_count_ends_it()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "api": [{ "operation": "Create*", "errorCode": "ServerException", "count": 2 }] """);
        await ecs.Call("ListClusters");
        Assert.Equal(HttpStatusCode.InternalServerError, (await ecs.Try("CreateCluster", "{}")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await ecs.Try("CreateCluster", "{}")).Status);
        Assert.Empty((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray());
        await ecs.Call("CreateCluster");
        Assert.Equal(2, (int)JsonNode.Parse((await ecs.Control(HttpMethod.Get, "/_local/behavior")).Body)!["api"]![0]!["met"]!);
    }

    [Fact]
    public async Task A_probability_is_decided_by_the_seed()
    {
        var one = await Refused(seed: 1);
        Assert.Equal(one, await Refused(seed: 1));
        Assert.NotEqual(one, await Refused(seed: 2));
        Assert.InRange(one.Count(c => c == 'x'), 10, 50);

        static async Task<string> Refused(int seed)
        {
            using var ecs = new LocalEcs(new EcsLocalOptions { Seed = seed });
            await ecs.Behave(""" "api": [{ "operation": "*", "errorCode": "ServerException", "probability": 0.3 }] """);
            var calls = "";
            for (var i = 0; i < 100; i++) calls += (await ecs.Try("ListClusters", "{}")).Status == HttpStatusCode.OK ? '.' : 'x';
            return calls;
        }
    }

    [Fact]
    public async Task A_limit_throttles_what_is_beyond_it_in_a_second_of_the_clock()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "api": [{ "operation": "*", "callsPerSecond": 2 }] """);
        await ecs.Call("ListClusters");
        await ecs.Call("ListClusters");
        Assert.Equal(("ThrottlingException", "Rate exceeded"), await ecs.Fail("ListClusters"));
        ecs.Advance(1);
        await ecs.Call("ListClusters");
    }

    [Fact]
    public async Task A_latency_moves_a_manual_clock_and_costs_no_time()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Behave(""" "api": [{ "operation": "DescribeTasks", "latency": 3600 }, { "operation": "Describe*", "latency": 60 }] """);
        var before = ecs.Clock.GetUtcNow();
        await ecs.Call("DescribeTasks", """{ "tasks": ["00000000000000000000000000000000"] }""");
        Assert.Equal(TimeSpan.FromSeconds(3660), ecs.Clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task A_dropped_connection_gives_no_answer_and_has_no_effect()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "api": [{ "operation": "CreateCluster", "dropsConnection": true, "count": 1 }] """);
        await Assert.ThrowsAsync<HttpRequestException>(() => ecs.Post("AmazonEC2ContainerServiceV20141113.CreateCluster", "{}"));
        Assert.Empty((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray());
        await ecs.Call("CreateCluster");
    }

    [Theory]
    [InlineData("""{ "api": [{ "operation": "RunTasks", "errorCode": "ServerException" }] }""", "ECS has no operation RunTasks; did you mean 'RunTask'?")]
    [InlineData("""{ "api": [{ "operation": "RunTask" }] }""", "Specify at least one effect: errorCode, latency, callsPerSecond, or dropsConnection.")]
    [InlineData("""{ "api": [{ "operation": "RunTask", "errorCode": "AcessDeniedException" }] }""", "AcessDeniedException isn't an error of ECS; did you mean 'AccessDeniedException'?")]
    [InlineData("""{ "api": [{ "operation": "RunTask", "latency": 1, "errorMessage": "x" }] }""", "require errorCode")]
    [InlineData("""{ "api": [{ "operation": "RunTask", "errorCode": "ServerException", "errorStatus": 200 }] }""", "from 400 to 599")]
    [InlineData("""{ "api": [{ "operation": "RunTask", "errorCode": "ServerException", "probability": 2 }] }""", "probability must be from 0 to 1.")]
    [InlineData("""{ "api": [{ "operation": "RunTask", "callsPerSecond": 0 }] }""", "must be at least 1")]
    [InlineData("""{ "api": [{ "operation": "RunTask", "errorCode": "ServerException", "count": 0 }] }""", "count must be at least 1.")]
    [InlineData("""{ "api": [{ "errorCode": "ServerException" }] }""", "operation")]
    [InlineData("""{ "tasks": [{ "exitCode": 1 }] }""", "requires a family, an image, or a service")]
    [InlineData("""{ "tasks": [{ "family": "web" }] }""", "Specify at least one effect on the task, such as exitCode or pullError.")]
    [InlineData("""{ "tasks": [{ "family": "web", "health": "UNHEALTY" }] }""", "UNHEALTY isn't a valid health; did you mean 'UNHEALTHY'?")]
    [InlineData("""{ "tasks": [{ "family": "web", "healthAfter": 3 }] }""", "healthAfter requires health")]
    [InlineData("""{ "tasks": [{ "family": "web", "exitAfter": "soon" }] }""", "$.tasks[0].exitAfter: expected a number of seconds")]
    [InlineData("""{ "tasks": [{ "family": "web", "exitcode": 3 }] }""", "exitcode")]
    [InlineData("""{ "instances": [{ "containerInstance": "*", "event": "Terminate" }] }""", "Terminate isn't a valid event; did you mean 'Terminated'?")]
    [InlineData("null", "found null")]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing(string behaviors, string text)
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "exitCode": 1 }] """);
        var before = await ecs.State();
        var (status, body) = await ecs.Control(HttpMethod.Put, "/_local/behavior", behaviors);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(text, body);
        Assert.Equal(before, await ecs.State());
    }

    [Fact]
    public async Task What_is_shown_can_be_set_again_and_a_reset_forgets_it()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "exitCode": 1, "exitAfter": 2.5 }], "instances": [{ "containerInstance": "*", "event": "Terminated", "after": 60 }], "api": [{ "operation": "RunTask", "latency": 1 }] """);
        var shown = (await ecs.Control(HttpMethod.Get, "/_local/behavior")).Body;
        ecs.Advance(30);
        var before = await ecs.State();
        Assert.Equal(HttpStatusCode.OK, (await ecs.Control(HttpMethod.Put, "/_local/behavior", shown)).Status);
        Assert.Equal(before, await ecs.State());

        await ecs.Control(HttpMethod.Post, "/_local/reset");
        Assert.Equal("""{"tasks":[],"instances":[],"api":[],"commands":[]}""", JsonNode.Parse((await ecs.Control(HttpMethod.Get, "/_local/behavior")).Body)!.ToJsonString());
        Assert.True(ecs.Server.IsSettled);
    }
}
