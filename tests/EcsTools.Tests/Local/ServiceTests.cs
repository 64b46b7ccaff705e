using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

public class ServiceTests
{
    [Fact]
    public async Task A_new_service_echoes_what_ECS_fills_in()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        var service = await Create(ecs);
        Assert.Equal(
            """{"deploymentCircuitBreaker":{"enable":false,"rollback":false,"resetOnHealthyTask":true,"thresholdConfiguration":{"type":"BOUNDED_PERCENT","value":50}},"maximumPercent":200,"minimumHealthyPercent":100,"strategy":"ROLLING","bakeTimeInMinutes":0}""",
            service["deploymentConfiguration"]!.ToJsonString());
        Assert.Equal(("ENABLED", "REPLICA", "EC2"), (Text(service, "availabilityZoneRebalancing"), Text(service, "schedulingStrategy"), Text(service, "launchType")));
        var deployment = Assert.Single(service["deployments"]!.AsArray())!;
        Assert.Matches(@"^ecs-svc/\d{19}$", Text(deployment, "id"));
        Assert.Equal(("PRIMARY", "IN_PROGRESS"), (Text(deployment, "status"), Text(deployment, "rolloutState")));
        Assert.Equal($"ECS deployment {Text(deployment, "id")} in progress.", Text(deployment, "rolloutStateReason"));
    }

    [Fact]
    public async Task A_service_of_zero_tasks_completes_after_some_seconds_with_two_events()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        await ecs.Definition();
        var created = await Create(ecs, count: 0);
        Assert.Equal("IN_PROGRESS", Text(created["deployments"]![0]!, "rolloutState"));
        Assert.Empty(created["events"]!.AsArray());
        ecs.Settle();
        var id = Text(created["deployments"]![0]!, "id");
        var service = await ecs.Service();
        Assert.Equal(["(service web) has reached a steady state.", $"(service web) (deployment {id}) deployment completed."], Events(service));
        Assert.Equal($"ECS deployment {id} completed.", Text(service["deployments"]![0]!, "rolloutStateReason"));
    }

    [Fact]
    public async Task A_service_spreads_its_tasks_over_zones_and_says_what_it_started()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(6);
        await ecs.Definition();
        await Create(ecs, count: 6);
        ecs.Settle();
        var tasks = await ecs.TasksOf();
        Assert.Equal([2, 2, 2], tasks.GroupBy(task => Text(task!, "availabilityZone")).Select(zone => zone.Count()));
        Assert.Equal(6, tasks.Select(task => Text(task!, "containerInstanceArn")).Distinct().Count());
        Assert.All(tasks, task => Assert.Equal("service:web", Text(task!, "group")));

        var events = Events(await ecs.Service());
        Assert.Equal("(service web) has reached a steady state.", events[0]);
        Assert.Equal($"(service web) has started 6 tasks: {string.Join(' ', tasks.Select(task => $"(task {Text(task!, "taskArn")[^32..]})"))}.", events[^1]);
    }

    [Fact]
    public async Task The_same_request_with_its_token_creates_once()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        var first = await Create(ecs, more: """, "clientToken": "t", "tags": [{ "key": "a", "value": "1" }]""");
        var again = await Create(ecs, more: """, "clientToken": "t", "tags": [{ "key": "a", "value": "1" }]""");
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        await ecs.Call("CreateService", """{ "serviceName": "other", "taskDefinition": "web", "desiredCount": 1, "clientToken": "t" }""");
        var (type, message) = await ecs.Fail("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1, "clientToken": "u" }""");
        Assert.Equal(("InvalidParameterException", "Creation of service was not idempotent."), (type, message));
    }

    [Theory]
    [InlineData(100, 200, 4, 8)]
    [InlineData(50, 100, 2, 4)]
    [InlineData(50, 150, 2, 6)]
    [InlineData(100, 125, 4, 5)]
    [InlineData(0, 200, 0, 8)]
    public async Task A_rolling_update_stays_within_the_percents(int minimum, int maximum, int floor, int ceiling)
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(3);
        await ecs.Definition();
        await Create(ecs, count: 4, more: $$"""
            , "availabilityZoneRebalancing": "DISABLED", "deploymentConfiguration": { "minimumHealthyPercent": {{minimum}}, "maximumPercent": {{maximum}} }
            """);
        ecs.Settle();
        await ecs.Definition();
        var updated = (await ecs.Call("UpdateService", """{ "service": "web", "taskDefinition": "web" }"""))["service"]!;
        Assert.Equal(["PRIMARY", "ACTIVE"], updated["deployments"]!.AsArray().Select(deployment => Text(deployment!, "status")));
        Assert.Equal(["IN_PROGRESS", "COMPLETED"], updated["deployments"]!.AsArray().Select(deployment => Text(deployment!, "rolloutState")));

        for (var step = 0; step < 200 && !ecs.Server.IsSettled; step++)
        {
            ecs.Advance(0.5);
            var running = (int)(await ecs.Service())["runningCount"]!;
            Assert.InRange(running, floor, ceiling);
            Assert.InRange(await Alive(ecs), floor, ceiling);
        }

        var service = await ecs.Service();
        var deployment = Assert.Single(service["deployments"]!.AsArray())!;
        Assert.Equal(("COMPLETED", 4), (Text(deployment, "rolloutState"), (int)deployment["runningCount"]!));
        Assert.All(await ecs.TasksOf(), task => Assert.EndsWith("web:2", Text(task!, "taskDefinitionArn")));
    }

    [Fact]
    public async Task Replaced_tasks_say_that_scaling_stopped_them()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await Create(ecs, count: 1);
        ecs.Settle();
        var task = Text((await ecs.TasksOf())[0]!, "taskArn");
        var deployment = Text((await ecs.Service())["deployments"]![0]!, "id");
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        ecs.Settle();
        var stopped = await ecs.Task(task);
        Assert.Equal(("ServiceSchedulerInitiated", $"Scaling activity initiated by (deployment {deployment})"), (Text(stopped, "stopCode"), Text(stopped, "stoppedReason")));
        Assert.Contains($"(service web) has stopped 1 running tasks: (task {task[^32..]}).", Events(await ecs.Service()));
    }

    [Fact]
    public async Task Percents_that_allow_nothing_block_with_an_event()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await Create(ecs, count: 2, more: """, "availabilityZoneRebalancing": "DISABLED", "deploymentConfiguration": { "minimumHealthyPercent": 100, "maximumPercent": 100 }""");
        ecs.Settle();
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        ecs.Settle();
        var service = await ecs.Service();
        Assert.Equal(
            "(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. "
            + "Update the minimumHealthyPercent or maximumPercent value and try again.", Events(service)[0]);
        Assert.Equal(2, service["deployments"]!.AsArray().Count);

        await ecs.Call("UpdateService", """{ "service": "web", "deploymentConfiguration": { "maximumPercent": 150 } }""");
        ecs.Settle();
        Assert.Single((await ecs.Service())["deployments"]!.AsArray());
    }

    [Fact]
    public async Task Scaling_makes_no_deployment_and_only_a_steady_state_event_follows()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(3);
        await ecs.Definition();
        await Create(ecs, count: 6);
        ecs.Settle();
        var answer = (await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 3 }"""))["service"]!;
        Assert.Equal((3, 6), ((int)answer["desiredCount"]!, (int)answer["deployments"]![0]!["desiredCount"]!));
        ecs.Settle();
        var service = await ecs.Service();
        Assert.Equal("COMPLETED", Text(Assert.Single(service["deployments"]!.AsArray())!, "rolloutState"));
        Assert.Equal((3, 3), ((int)service["runningCount"]!, (int)service["deployments"]![0]!["desiredCount"]!));
        Assert.Equal([1, 1, 1], (await ecs.TasksOf()).GroupBy(task => Text(task!, "availabilityZone")).Select(zone => zone.Count()));

        var events = Events(service).Count;
        await ecs.Call("UpdateService", """{ "service": "web", "deploymentConfiguration": { "maximumPercent": 150 } }""");
        ecs.Settle();
        Assert.Equal("(service web) has reached a steady state.", Assert.Single(Events(await ecs.Service())[..^events]));
    }

    [Fact]
    public async Task A_task_that_is_stopped_by_hand_is_replaced()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(2);
        await ecs.Definition();
        await Create(ecs, count: 2);
        ecs.Settle();
        var task = Text((await ecs.TasksOf())[0]!, "taskArn");
        await ecs.Call("StopTask", $$"""{ "task": "{{task}}" }""");
        ecs.Settle();
        var tasks = await ecs.TasksOf();
        Assert.Equal(2, tasks.Count);
        Assert.DoesNotContain(task, tasks.Select(other => Text(other!, "taskArn")));
        Assert.StartsWith("(service web) has started 1 tasks: ", Events(await ecs.Service())[1]);
    }

    [Fact]
    public async Task A_service_that_finds_no_room_says_why_and_goes_on_when_there_is_some()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        await ecs.Definition(memory: 1500);
        await Create(ecs, count: 2);
        ecs.Settle();
        const string start = "(service web) was unable to place a task because no container instance met all of its requirements. ";
        const string end = " For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";
        Assert.Equal([$"{start}Reason: No Container Instances were found in your cluster.{end}"], Events(await ecs.Service()));

        var first = Assert.Single(await ecs.Instances(1));
        ecs.Settle();
        Assert.Equal($"{start}The closest matching (container-instance {first[^32..]}) has insufficient memory available.{end}", Events(await ecs.Service())[0]);
        await ecs.Instances(1);
        ecs.Settle();
        Assert.Equal(2, (int)(await ecs.Service())["runningCount"]!);
    }

    [Fact]
    public async Task Deletion_drains_then_is_INACTIVE_and_frees_the_name()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await Create(ecs, count: 2);
        ecs.Settle();
        var deleted = (await ecs.Call("DeleteService", """{ "service": "web", "force": true }"""))["service"]!;
        Assert.Equal(("DRAINING", 0, 0), (Text(deleted, "status"), (int)deleted["desiredCount"]!, (int)deleted["deployments"]![0]!["desiredCount"]!));
        Assert.Empty((await ecs.Call("ListServices"))["serviceArns"]!.AsArray());
        Assert.Equal("DRAINING", Text((await ecs.Call("DeleteService", """{ "service": "web" }"""))["service"]!, "status"));

        ecs.Settle();
        var inactive = await ecs.Service();
        Assert.Equal("INACTIVE", Text(inactive, "status"));
        Assert.Empty(inactive["events"]!.AsArray());
        Assert.Single(inactive["deployments"]!.AsArray());
        Assert.Equal("INACTIVE", Text((await ecs.Call("DeleteService", """{ "service": "web" }"""))["service"]!, "status"));
        Assert.Equal("ACTIVE", Text(await Create(ecs), "status"));
    }

    [Fact]
    public async Task Tasks_of_a_deployment_that_is_gone_are_described_and_not_listed()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await Create(ecs, count: 1);
        ecs.Settle();
        var task = Text((await ecs.TasksOf())[0]!, "taskArn");
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        ecs.Settle();
        Assert.Empty((await ecs.Call("ListTasks", """{ "serviceName": "web", "desiredStatus": "STOPPED" }"""))["taskArns"]!.AsArray());
        Assert.Equal("STOPPED", Text(await ecs.Task(task), "lastStatus"));
    }

    [Fact]
    public async Task An_INACTIVE_task_definition_still_runs_and_scales()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await Create(ecs, count: 1);
        ecs.Settle();
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }""");
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 3 }""");
        ecs.Settle();
        Assert.Equal(3, (int)(await ecs.Service())["runningCount"]!);
    }

    [Fact]
    public async Task A_hundred_events_are_kept_the_newest_first()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        await ecs.Definition();
        await Create(ecs, count: 0);
        for (var i = 0; i < 110; i++)
        {
            await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 0 }""");
            ecs.Settle();
        }

        var times = (await ecs.Service())["events"]!.AsArray().Select(e => (double)e!["createdAt"]!).ToList();
        Assert.Equal(100, times.Count);
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task Tags_reach_tasks_as_the_service_says()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition(more: """ "tags": [{ "key": "from", "value": "definition" }], """);
        await Create(ecs, more: """, "propagateTags": "TASK_DEFINITION", "enableECSManagedTags": true, "tags": [{ "key": "from", "value": "service" }]""");
        ecs.Settle();
        var arn = Text((await ecs.TasksOf())[0]!, "taskArn");
        var task = (await ecs.Call("DescribeTasks", $$"""{ "tasks": ["{{arn}}"], "include": ["TAGS"] }"""))["tasks"]![0]!;
        Assert.Equal(
            [("from", "definition"), ("aws:ecs:clusterName", "default"), ("aws:ecs:serviceName", "web")],
            task["tags"]!.AsArray().Select(tag => (Text(tag!, "key"), Text(tag!, "value"))));
        Assert.Empty((await ecs.Task(arn))["tags"]!.AsArray());
    }

    private static async Task<JsonNode> Create(LocalEcs ecs, int count = 1, string more = "") =>
        (await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": {{count}} {{more}} }"""))["service"]!;

    private static async Task<int> Alive(LocalEcs ecs)
    {
        var alive = 0;
        foreach (var status in new[] { "RUNNING", "STOPPED" })
        {
            var arns = (await ecs.Call("ListTasks", $$"""{ "desiredStatus": "{{status}}" }"""))["taskArns"]!.AsArray();
            if (arns.Count == 0) continue;
            var tasks = (await ecs.Call("DescribeTasks", $$"""{ "tasks": {{arns.ToJsonString()}} }"""))["tasks"]!.AsArray();
            alive += tasks.Count(task => Text(task!, "lastStatus") != "STOPPED");
        }

        return alive;
    }

    private static List<string> Events(JsonNode service) => [.. service["events"]!.AsArray().Select(e => Text(e!, "message"))];

    private static string Text(JsonNode node, string member) => (string)node[member]!;
}
