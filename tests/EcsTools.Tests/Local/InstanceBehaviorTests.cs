using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Container instances whose agent is cut off, or that are terminated.</summary>
public class InstanceBehaviorTests
{
    [Fact]
    public async Task Nothing_is_placed_on_an_instance_whose_agent_is_cut_off_until_it_is_back()
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(2);
        await ecs.Definition(cpu: 600);
        await ecs.Behave($$""" "instances": [{ "containerInstance": "{{instances[0]}}", "event": "AgentDisconnected" }] """);
        Assert.False((bool)(await Describe(ecs, instances[0]))["agentConnected"]!);
        Assert.True((bool)(await Describe(ecs, instances[1]))["agentConnected"]!);

        var run = await ecs.Call("StartTask", $$"""{ "taskDefinition": "web", "containerInstances": ["{{instances[0]}}"] }""");
        Assert.Equal("AGENT", (string)run["failures"]![0]!["reason"]!);
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 2 }""");
        ecs.Settle();
        Assert.Equal(1, (int)(await ecs.Service())["runningCount"]!);

        await ecs.Control(HttpMethod.Delete, "/_local/behavior");
        ecs.Settle();
        Assert.Equal(2, (int)(await ecs.Service())["runningCount"]!);
    }

    [Fact]
    public async Task A_terminated_instance_takes_its_tasks_with_it_and_services_replace_them()
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(2);
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 4 }""");
        ecs.Settle();
        await ecs.Behave(""" "instances": [{ "containerInstance": "i-00000000000000000", "event": "Terminated", "after": 30 }] """);
        ecs.Advance(29);
        Assert.Equal("ACTIVE", (string)(await Describe(ecs, instances[0]))["status"]!);
        ecs.Settle();

        Assert.Equal("INACTIVE", (string)(await Describe(ecs, instances[0]))["status"]!);
        var stopped = (await ecs.Call("ListTasks", """{ "desiredStatus": "STOPPED" }"""))["taskArns"]!.AsArray();
        Assert.Equal(2, stopped.Count);
        var task = await ecs.Task((string)stopped[0]!);
        Assert.Equal(("TerminationNotice", "Host EC2 (instance i-00000000000000000) terminated."), ((string)task["stopCode"]!, (string)task["stoppedReason"]!));
        Assert.Equal(4, (await ecs.TasksOf()).Count(other => (string)other!["containerInstanceArn"]! == instances[1]));
        Assert.Empty(JsonNode.Parse((await ecs.Control(HttpMethod.Get, "/_local/behavior")).Body)!["instances"]!.AsArray());
    }

    [Fact]
    public async Task An_update_of_its_agent_does_not_bring_a_cut_off_agent_back()
    {
        using var ecs = new LocalEcs();
        var instance = Assert.Single(await ecs.Instances(1));
        await ecs.Call("UpdateContainerAgent", $$"""{ "containerInstance": "{{instance}}" }""");
        await ecs.Behave(""" "instances": [{ "containerInstance": "*", "event": "AgentDisconnected", "after": 1 }] """);
        ecs.Settle();
        Assert.False((bool)(await Describe(ecs, instance))["agentConnected"]!);
    }

    private static async Task<JsonNode> Describe(LocalEcs ecs, string instance) =>
        (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": ["{{instance}}"] }"""))["containerInstances"]![0]!;
}
