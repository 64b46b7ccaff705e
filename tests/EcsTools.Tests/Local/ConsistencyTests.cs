using System.Net;
using EcsTools.Local;

namespace EcsTools.Tests.Local;

/// <summary>Reads that lag behind writes.</summary>
public class ConsistencyTests
{
    [Fact]
    public async Task What_was_made_is_seen_after_the_delay()
    {
        using var ecs = Lagging(5);
        await ecs.Instances(1);
        await ecs.Definition();
        var arn = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Advance(4.9);
        Assert.Equal("ClusterNotFoundException", (await ecs.Fail("ListTasks")).Type);
        ecs.Advance(0.1);
        Assert.Equal(arn, (string)(await ecs.Call("ListTasks"))["taskArns"]![0]!);
        Assert.Equal("PENDING", (string)(await ecs.Task(arn))["lastStatus"]!);
        ecs.Advance(10);
        Assert.Equal("RUNNING", (string)(await ecs.Task(arn))["lastStatus"]!);
    }

    [Fact]
    public async Task What_tasks_were_told_to_do_is_seen_as_late()
    {
        using var ecs = Lagging(5);
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Behave(""" "tasks": [{ "family": "web", "exitCode": 4 }], "api": [{ "operation": "StopTask", "errorCode": "BlockedException", "probability": 0.5 }] """);
        await ecs.Try("StopTask", "{}");
        var arn = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Advance(8);
        Assert.Equal("PENDING", (string)(await ecs.Task(arn))["lastStatus"]!);
        ecs.Advance(2);
        Assert.Equal(4, (int)(await ecs.Task(arn))["containers"]![0]!["exitCode"]!);
    }

    [Fact]
    public async Task Writes_see_what_was_written_at_once()
    {
        using var ecs = Lagging(60);
        await ecs.Call("CreateCluster", """{ "clusterName": "shop" }""");
        Assert.Equal("shop", (string)(await ecs.Call("UpdateCluster", """{ "cluster": "shop" }"""))["cluster"]!["clusterName"]!);
    }

    [Fact]
    public async Task A_refused_write_changes_nothing_for_later_reads_either()
    {
        using var ecs = Lagging(5);
        await ecs.Call("CreateCluster", """{ "clusterName": "shop" }""");
        await ecs.Fail("RunTask", """{ "cluster": "shop", "taskDefinition": "none" }""");
        ecs.Advance(5);
        Assert.EndsWith("/shop", (string)(await ecs.Call("ListClusters"))["clusterArns"]![0]!);
    }

    [Fact]
    public async Task Reads_give_what_they_would_have_given_then()
    {
        using var lagging = Lagging(5);
        using var now = new LocalEcs();
        foreach (var ecs in new[] { lagging, now })
        {
            await ecs.Instances(3);
            await ecs.Definition();
            await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 4 }""");
            ecs.Advance(3);
            await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 2, "forceNewDeployment": true }""");
        }

        for (var second = 0; second < 20; second++)
        {
            lagging.Advance(second == 0 ? 5 : 1);
            now.Advance(second == 0 ? 0 : 1);
            Assert.Equal((await now.Service()).ToJsonString(), (await lagging.Service()).ToJsonString());
            Assert.Equal((await now.TasksOf()).ToJsonString(), (await lagging.TasksOf()).ToJsonString());
        }
    }

    [Fact]
    public async Task A_state_that_is_put_or_reset_is_seen_at_once()
    {
        using var other = new LocalEcs();
        await other.Call("CreateCluster", """{ "clusterName": "shop" }""");
        using var ecs = Lagging(60);
        await ecs.Call("CreateCluster", """{ "clusterName": "mine" }""");
        Assert.Equal(HttpStatusCode.OK, (await ecs.Control(HttpMethod.Put, "/_local/state", await other.State())).Status);
        Assert.EndsWith("/shop", (string)Assert.Single((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray())!);
        await ecs.Control(HttpMethod.Post, "/_local/reset");
        Assert.Empty((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray());
        ecs.Advance(60);
        Assert.Empty((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray());
    }

    private static LocalEcs Lagging(double seconds) => new(new EcsLocalOptions { ConsistencyDelay = TimeSpan.FromSeconds(seconds) });
}
