using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

public class TaskTests
{
    [Fact]
    public async Task A_task_under_bridge_is_PENDING_until_it_runs()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        var task = await Run(ecs);
        Assert.Equal(("PENDING", "RUNNING", 1L), (Status(task), (string)task["desiredStatus"]!, (long)task["version"]!));
        Assert.Equal("family:web", (string)task["group"]!);
        Assert.Equal(["PENDING 0", "RUNNING 3.5"], await Passage(ecs, Arn(task)));

        var running = await ecs.Task(Arn(task));
        Assert.Equal("RUNNING", (string)running["containers"]![0]!["lastStatus"]!);
        var created = (double)running["createdAt"]!;
        Assert.Equal((0.5, 2.5, 3.5), ((double)running["pullStartedAt"]! - created, (double)running["pullStoppedAt"]! - created, (double)running["startedAt"]! - created));
        Assert.True((long)running["version"]! > 1);
    }

    [Fact]
    public async Task A_task_with_an_interface_of_its_own_passes_every_state()
    {
        using var ecs = new LocalEcs();
        await Fargate(ecs);
        var task = await Run(ecs, """, "launchType": "FARGATE", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } }""");
        Assert.Equal("PRECREATED", (string)task["attachments"]![0]!["status"]!);
        Assert.Equal(["PROVISIONING 0", "PENDING 2", "ACTIVATING 4.5", "RUNNING 5.5"], await Passage(ecs, Arn(task)));
        var running = await ecs.Task(Arn(task));
        Assert.Equal("ATTACHED", (string)running["attachments"]![0]!["status"]!);
        Assert.Equal((string)running["attachments"]![0]!["id"]!, (string)running["containers"]![0]!["networkInterfaces"]![0]!["attachmentId"]!);
        Assert.Equal("1.4.0", (string)running["platformVersion"]!);
        Assert.StartsWith("us-east-1", (string)running["availabilityZone"]!);

        await ecs.Call("StopTask", $$"""{ "task": "{{Arn(task)}}", "reason": "enough" }""");
        Assert.Equal(["RUNNING 0", "STOPPING 0.5", "DEPROVISIONING 1.5", "STOPPED 2.5"], await Passage(ecs, Arn(task)));
        Assert.Equal("DELETED", (string)(await ecs.Task(Arn(task)))["attachments"]![0]!["status"]!);
    }

    [Fact]
    public async Task Stopping_tells_who_why_and_how_the_containers_ended()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Call("RegisterTaskDefinition", """
            { "family": "web", "containerDefinitions": [
              { "name": "polite", "image": "i", "memory": 64 },
              { "name": "stubborn", "image": "i", "memory": 64, "stopTimeout": 2 } ] }
            """);
        await ecs.Behave(""" "tasks": [{ "family": "web", "container": "stubborn", "ignoresSigterm": true }] """);
        var arn = Arn(await Run(ecs));
        ecs.Settle();
        var stopping = (await ecs.Call("StopTask", $$"""{ "task": "{{arn}}", "reason": "enough" }"""))["task"]!;
        Assert.Equal(("RUNNING", "STOPPED"), (Status(stopping), (string)stopping["desiredStatus"]!));
        ecs.Settle();

        var task = await ecs.Task(arn);
        Assert.Equal(("STOPPED", "UserInitiated", "enough"), (Status(task), (string)task["stopCode"]!, (string)task["stoppedReason"]!));
        Assert.Equal([0, 137], task["containers"]!.AsArray().Select(container => (int)container!["exitCode"]!));
        Assert.True((double)task["stoppingAt"]! < (double)task["executionStoppedAt"]!);
        Assert.True((double)task["executionStoppedAt"]! <= (double)task["stoppedAt"]!);
    }

    [Fact]
    public async Task A_task_that_does_not_run_yet_stops_at_once_with_no_exit_code()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        var arn = Arn(await Run(ecs));
        var stopped = (await ecs.Call("StopTask", $$"""{ "task": "{{arn}}" }"""))["task"]!;
        Assert.Equal("STOPPED", Status(stopped));
        Assert.Null(stopped["containers"]![0]!["exitCode"]);
        Assert.Null(stopped["startedAt"]);
    }

    [Fact]
    public async Task A_stopped_task_is_there_for_an_hour()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        var arn = Arn(await Run(ecs));
        ecs.Settle();
        await ecs.Call("StopTask", $$"""{ "task": "{{arn}}" }""");
        ecs.Settle();
        ecs.Advance(3590);
        Assert.Equal(arn, (string)Assert.Single((await ecs.Call("ListTasks", """{ "desiredStatus": "STOPPED" }"""))["taskArns"]!.AsArray())!);
        Assert.Empty((await ecs.Call("ListTasks"))["taskArns"]!.AsArray());
        ecs.Advance(20);
        Assert.Equal("MISSING", (string)(await ecs.Call("DescribeTasks", $$"""{ "tasks": ["{{arn}}"] }"""))["failures"]![0]!["reason"]!);
    }

    [Fact]
    public async Task Resources_are_taken_when_a_task_is_placed_and_given_back_when_it_has_stopped()
    {
        using var ecs = new LocalEcs();
        var instance = Assert.Single(await ecs.Instances(1));
        await ecs.Definition(cpu: 200, memory: 300, container: """, "portMappings": [{ "containerPort": 80, "hostPort": 8080 }, { "containerPort": 53, "hostPort": 53, "protocol": "udp" }, { "containerPort": 90 }]""");
        var arn = Arn(await Run(ecs));
        Assert.Equal((824, 1748, "22 2375 2376 8080 51678 51679", "53", 0, 1), await Remaining());
        ecs.Settle();
        Assert.Equal((824, 1748, "22 2375 2376 8080 51678 51679", "53", 1, 0), await Remaining());
        var bindings = (await ecs.Task(arn))["containers"]![0]!["networkBindings"]!.AsArray();
        Assert.Equal([8080, 53, 32768], bindings.Select(binding => (int)binding!["hostPort"]!));

        await ecs.Call("StopTask", $$"""{ "task": "{{arn}}" }""");
        Assert.Equal((824, 1748, "22 2375 2376 8080 51678 51679", "53", 0, 0), await Remaining());
        ecs.Settle();
        Assert.Equal((1024, 2048, "22 2375 2376 51678 51679", "", 0, 0), await Remaining());

        async Task<(int, int, string, string, int, int)> Remaining()
        {
            var answer = (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": ["{{instance}}"] }"""))["containerInstances"]![0]!;
            var resources = answer["remainingResources"]!.AsArray().ToDictionary(resource => (string)resource!["name"]!, resource => resource!);
            return ((int)resources["CPU"]["integerValue"]!, (int)resources["MEMORY"]["integerValue"]!, Ports("PORTS"), Ports("PORTS_UDP"),
                (int)answer["runningTasksCount"]!, (int)answer["pendingTasksCount"]!);
            string Ports(string name) => string.Join(' ', resources[name]["stringSetValue"]!.AsArray().Select(port => (string)port!));
        }
    }

    [Theory]
    [InlineData("\"cpu\": 2000, \"memory\": 10", "RESOURCE:CPU")]
    [InlineData("\"cpu\": 1, \"memory\": 3000", "RESOURCE:MEMORY")]
    [InlineData("\"memory\": 10, \"portMappings\": [{ \"containerPort\": 22, \"hostPort\": 22 }]", "RESOURCE:PORTS")]
    [InlineData("\"memory\": 10, \"resourceRequirements\": [{ \"type\": \"GPU\", \"value\": \"1\" }]", "RESOURCE:GPU")]
    public async Task What_finds_no_room_is_a_failure_for_each_instance(string container, string reason)
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(2);
        await ecs.Call("RegisterTaskDefinition", $$"""{ "family": "big", "containerDefinitions": [{ "name": "app", "image": "i", {{container}} }] }""");
        var answer = await ecs.Call("RunTask", """{ "taskDefinition": "big" }""");
        Assert.Empty(answer["tasks"]!.AsArray());
        Assert.Equal(instances.Select(arn => (arn, reason)), answer["failures"]!.AsArray().Select(failure => ((string)failure!["arn"]!, (string)failure["reason"]!)));
        var started = await ecs.Call("StartTask", $$"""{ "taskDefinition": "big", "containerInstances": ["{{instances[0]}}"] }""");
        Assert.Equal(reason, (string)started["failures"]![0]!["reason"]!);
    }

    [Fact]
    public async Task Constraints_bind_and_strategies_choose()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(6);
        await ecs.Definition();
        var zoned = await ecs.Call("RunTask", """
            { "taskDefinition": "web", "count": 4, "placementConstraints": [{ "type": "memberOf", "expression": "attribute:ecs.availability-zone in [us-east-1a, us-east-1b]" }],
              "placementStrategy": [{ "type": "spread", "field": "attribute:ecs.availability-zone" }] }
            """);
        Assert.Equal(["us-east-1a", "us-east-1a", "us-east-1b", "us-east-1b"], zoned["tasks"]!.AsArray().Select(task => (string)task!["availabilityZone"]!).Order());

        var distinct = await ecs.Call("RunTask", """{ "taskDefinition": "web", "count": 10, "group": "apart", "placementConstraints": [{ "type": "distinctInstance" }] }""");
        Assert.Equal(6, distinct["tasks"]!.AsArray().Select(task => (string)task!["containerInstanceArn"]!).Distinct().Count());
        Assert.Equal(6, distinct["tasks"]!.AsArray().Count);

        var packed = await ecs.Call("RunTask", """{ "taskDefinition": "web", "count": 3, "group": "packed", "placementStrategy": [{ "type": "binpack", "field": "memory" }] }""");
        Assert.Single(packed["tasks"]!.AsArray().Select(task => (string)task!["containerInstanceArn"]!).Distinct());
    }

    [Fact]
    public async Task StartTask_starts_where_it_is_told_and_names_what_it_could_not()
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(2);
        await ecs.Definition();
        await ecs.Call("DeregisterContainerInstance", $$"""{ "containerInstance": "{{instances[1]}}" }""");
        var answer = await ecs.Call("StartTask", $$"""
            { "taskDefinition": "web", "startedBy": "me", "containerInstances": ["{{instances[0]}}", "{{instances[1]}}", "00000000000000000000000000000000"] }
            """);
        var task = Assert.Single(answer["tasks"]!.AsArray())!;
        Assert.Equal((instances[0], "me"), ((string)task["containerInstanceArn"]!, (string)task["startedBy"]!));
        Assert.Equal(["INACTIVE", "MISSING"], answer["failures"]!.AsArray().Select(failure => (string)failure!["reason"]!));
    }

    [Fact]
    public async Task A_client_token_starts_tasks_once()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        var first = Arn(await Run(ecs, """, "clientToken": "once" """));
        Assert.Equal(first, Arn(await Run(ecs, """, "clientToken": "once" """)));
        Assert.Single((await ecs.Call("ListTasks"))["taskArns"]!.AsArray());
        Assert.Equal("ConflictException", (await ecs.Fail("RunTask", """{ "taskDefinition": "web", "count": 2, "clientToken": "once" }""")).Type);
        ecs.Advance(25 * 3600);
        Assert.NotEqual(first, Arn(await Run(ecs, """, "clientToken": "once" """)));
    }

    [Fact]
    public async Task Overrides_are_echoed_for_every_container_and_change_what_a_task_takes()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Call("RegisterTaskDefinition", """
            { "family": "web", "containerDefinitions": [{ "name": "a", "image": "i", "cpu": 10, "memory": 64 }, { "name": "b", "image": "i", "cpu": 10, "memory": 64, "memoryReservation": 32 }] }
            """);
        var task = await Run(ecs, """, "overrides": { "containerOverrides": [{ "name": "a", "cpu": 500, "command": ["x"] }] }""");
        Assert.Equal("""[{"name":"a","command":["x"],"cpu":500},{"name":"b"}]""", task["overrides"]!["containerOverrides"]!.ToJsonString());
        Assert.Equal(("510", "96"), ((string)task["cpu"]!, (string)task["memory"]!));
    }

    [Fact]
    public async Task Lists_filter_by_instance_family_starter_and_status()
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(2);
        await ecs.Definition();
        await ecs.Definition("batch");
        var onFirst = (await ecs.Call("StartTask", $$"""{ "taskDefinition": "web", "containerInstances": ["{{instances[0]}}"] }"""))["tasks"]![0]!;
        var batch = (await ecs.Call("StartTask", $$"""{ "taskDefinition": "batch", "startedBy": "cron", "containerInstances": ["{{instances[1]}}"] }"""))["tasks"]![0]!;
        Assert.Equal([Arn(onFirst)], await List($$"""{ "containerInstance": "{{instances[0]}}" }"""));
        Assert.Equal([Arn(onFirst)], await List($$"""{ "containerInstance": "{{instances[0][^32..]}}" }"""));
        Assert.Equal([Arn(batch)], await List("""{ "family": "batch" }"""));
        Assert.Equal([Arn(batch)], await List("""{ "startedBy": "cron" }"""));
        Assert.Equal([Arn(onFirst), Arn(batch)], await List("""{ "launchType": "EC2" }"""));
        Assert.Equal([], await List("""{ "launchType": "FARGATE" }"""));

        async Task<IEnumerable<string>> List(string request) => (await ecs.Call("ListTasks", request))["taskArns"]!.AsArray().Select(arn => (string)arn!);
    }

    private static async Task<JsonNode> Run(LocalEcs ecs, string more = "") => (await ecs.Call("RunTask", $$"""{ "taskDefinition": "web" {{more}} }"""))["tasks"]![0]!;

    private static async Task Fargate(LocalEcs ecs)
    {
        await ecs.Call("CreateCluster");
        await ecs.Call("RegisterTaskDefinition", """
            { "family": "web", "networkMode": "awsvpc", "cpu": "256", "memory": "512", "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "app", "image": "i" }] }
            """);
    }

    /// <summary>The states that a task is seen in, with the seconds from now at which each began.</summary>
    private static async Task<List<string>> Passage(LocalEcs ecs, string arn)
    {
        var seen = new List<(string Status, double At)>();
        for (var at = 0.0; at < 10; at += 0.5)
        {
            var status = Status(await ecs.Task(arn));
            if (seen.Count == 0 || seen[^1].Status != status) seen.Add((status, at));
            ecs.Advance(0.5);
        }

        return [.. seen.Select(state => $"{state.Status} {state.At}")];
    }

    private static string Status(JsonNode task) => (string)task["lastStatus"]!;

    private static string Arn(JsonNode task) => (string)task["taskArn"]!;
}
