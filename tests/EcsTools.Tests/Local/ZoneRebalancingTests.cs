using System.Globalization;
using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Services whose tasks are rebalanced when zones are added or return.</summary>
public class ZoneRebalancingTests
{
    [Fact]
    public async Task A_new_zone_gets_its_share_each_new_task_before_an_old_one_goes()
    {
        using var ecs = await Open();
        Assert.Equal("2 2", await Spread(ecs));
        await ecs.Instances(3);
        var least = 4;
        for (var step = 0; step < 60; step++)
        {
            ecs.Advance(0.5);
            least = Math.Min(least, (await ecs.TasksOf()).Count(task => (string)task!["lastStatus"]! == "RUNNING"));
        }

        ecs.Settle();
        Assert.Equal((4, "1 1 2"), (least, await Spread(ecs)));
        var events = (await Events(ecs)).SkipWhile(message => !message.Contains("AZ balanced", StringComparison.Ordinal)).ToList();
        Assert.Equal("(service web) is not AZ balanced with 2 tasks in us-east-1a, 2 tasks in us-east-1b and 0 tasks in us-east-1c. AZ Rebalancing in progress.", events[0]);
        Assert.Matches(@"^\(service web\) has started 1 tasks in us-east-1c to AZ Rebalance: \(task [0-9a-f]{32}\)\.$", events[1]);
        Assert.Matches(@"^\(service web\) has stopped 1 running tasks in us-east-1a due to AZ rebalancing: \(task [0-9a-f]{32}\)\.$", events[2]);
        Assert.Equal(["(service web) has reached a steady state.", "(service web) is AZ balanced with 1 tasks in us-east-1a, 2 tasks in us-east-1b and 1 tasks in us-east-1c."], events[3..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zone of ours")]
    [InlineData("""it's \"our\" zone""")]
    public async Task A_zone_may_have_any_name(string zone)
    {
        using var ecs = await Open();
        await ecs.Call("RegisterContainerInstance", $$"""
            {
              "cluster": "default",
              "attributes": [{ "name": "ecs.availability-zone", "value": "{{zone}}" }],
              "totalResources": [{ "name": "CPU", "type": "INTEGER", "integerValue": 1024 }, { "name": "MEMORY", "type": "INTEGER", "integerValue": 2048 }]
            }
            """);
        ecs.Settle();
        Assert.Empty(ecs.Server.GetFaults());
        Assert.Equal("1 1 2", await Spread(ecs));
    }

    [Theory]
    [InlineData(""" "availabilityZoneRebalancing": "DISABLED" """)]
    [InlineData(""" "deploymentConfiguration": { "maximumPercent": 120 } """)]
    [InlineData(""" "placementStrategy": [{ "type": "binpack", "field": "cpu" }] """)]
    public async Task It_stays_as_it_is_where_it_may_not_be_moved(string how)
    {
        using var ecs = await Open(how);
        var before = await Ids(ecs);
        await ecs.Instances(3);
        ecs.Settle();
        Assert.Equal(before, await Ids(ecs));
    }

    [Fact]
    public async Task Protected_tasks_stay_where_they_are_until_their_protection_ends()
    {
        using var ecs = await Open();
        var before = await Ids(ecs);
        await ecs.Call("UpdateTaskProtection", $$"""{ "cluster": "default", "tasks": {{new JsonArray([.. before.Select(id => (JsonNode)id)]).ToJsonString()}}, "protectionEnabled": true }""");
        await ecs.Instances(3);
        ecs.Advance(600);
        Assert.Equal(before, await Ids(ecs));
        ecs.Advance(7200);
        ecs.Settle();
        Assert.Equal("1 1 2", await Spread(ecs));
    }

    [Fact]
    public async Task A_full_zone_is_waited_for()
    {
        using var ecs = await Open();
        await ecs.Definition("big", cpu: 1000);
        var third = (await ecs.Instances(3))[2];
        var filler = await ecs.Call("StartTask", $$"""{ "taskDefinition": "big", "containerInstances": ["{{third}}"] }""");
        ecs.Settle();
        Assert.Equal("2 2", await Spread(ecs));
        Assert.Contains("(service web) is unable to place a task in us-east-1c because no container instance met all of its requirements.", await Events(ecs));
        await ecs.Call("StopTask", $$"""{ "task": "{{filler["tasks"]![0]!["taskArn"]}}" }""");
        ecs.Settle();
        Assert.Equal("1 1 2", await Spread(ecs));
    }

    [Fact]
    public async Task A_balancing_ends_when_the_zones_close_that_it_was_for()
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(3, cpu: 100);
        await ecs.Instances(1, cpu: 200);
        await ecs.Definition();
        await ecs.Call("StartTask", $$"""{ "taskDefinition": "web", "containerInstances": ["{{instances[2]}}"] }""");
        await Create(ecs, 4, "");
        ecs.Settle();
        Assert.Contains("(service web) is unable to place a task in us-east-1c because no container instance met all of its requirements.", await Events(ecs));

        await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{instances[1]}}", "{{instances[2]}}"], "status": "DRAINING" }""");
        ecs.Settle();

        Assert.Equal(4, (int)(await ecs.Service())["runningCount"]!); // no other instance has capacity for the draining tasks
    }

    [Fact]
    public async Task A_zone_that_comes_back_gets_its_share_back()
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(3);
        await Create(ecs, 6, "");
        ecs.Settle();
        await State(instances[1], "DRAINING");
        ecs.Settle();
        Assert.Equal("3 3", await Spread(ecs));
        await State(instances[1], "ACTIVE");
        ecs.Settle();
        Assert.Equal("2 2 2", await Spread(ecs));

        Task State(string instance, string status) =>
            ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{instance}}"], "status": "{{status}}" }""");
    }

    [Fact]
    public async Task An_update_in_the_middle_of_a_move_goes_before()
    {
        using var ecs = await Open();
        await ecs.Instances(3);
        ecs.Advance(2);
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        ecs.Settle();
        Assert.Equal((4, "1 1 2"), ((await ecs.TasksOf()).Count, await Spread(ecs)));
    }

    /// <summary>A service of four tasks in the zones a and b.</summary>
    private static async Task<LocalEcs> Open(string how = "")
    {
        var ecs = new LocalEcs();
        await ecs.Instances(2);
        await Create(ecs, 4, how);
        ecs.Settle();
        return ecs;
    }

    private static async Task Create(LocalEcs ecs, int count, string how)
    {
        await ecs.Definition();
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": {{count}} {{(how == "" ? "" : ",")}} {{how}} }""");
    }

    private static async Task<string> Spread(LocalEcs ecs) =>
        string.Join(' ', (await ecs.TasksOf()).GroupBy(task => (string)task!["availabilityZone"]!).Select(zone => zone.Count()).Order().Select(count => count.ToString(CultureInfo.InvariantCulture)));

    private static async Task<List<string>> Ids(LocalEcs ecs) => [.. (await ecs.TasksOf()).Select(task => (string)task!["taskArn"]!).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> Events(LocalEcs ecs) => [.. (await ecs.Service())["events"]!.AsArray().Select(e => (string)e!["message"]!).Reverse()];
}
