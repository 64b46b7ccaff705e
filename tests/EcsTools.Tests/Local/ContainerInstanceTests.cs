using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

public class ContainerInstanceTests
{
    [Fact]
    public async Task An_instance_is_what_its_agent_and_its_identity_document_say()
    {
        using var ecs = new LocalEcs();
        var arn = Assert.Single(await ecs.Instances(1));
        var instance = await Describe(ecs, arn);
        Assert.Equal(("ACTIVE", true, "i-00000000000000000"), ((string)instance["status"]!, (bool)instance["agentConnected"]!, (string)instance["ec2InstanceId"]!));
        Assert.Equal(("us-east-1a", "m5.large", "linux", "x86_64"), (
            Attribute(instance, "ecs.availability-zone"), Attribute(instance, "ecs.instance-type"), Attribute(instance, "ecs.os-type"), Attribute(instance, "ecs.cpu-architecture")));
        Assert.Equal("1.89.0", (string)instance["versionInfo"]!["agentVersion"]!);
        Assert.Matches("^arn:aws:ecs:us-east-1:123456789012:container-instance/default/[0-9a-f]{32}$", arn);
    }

    [Fact]
    public async Task Without_a_document_the_attribute_gives_the_zone_and_the_id_is_made_up()
    {
        using var ecs = new LocalEcs();
        var answer = await ecs.Call("RegisterContainerInstance", """{ "attributes": [{ "name": "ecs.availability-zone", "value": "eu-west-3b" }, { "name": "rack", "value": "7" }] }""");
        var instance = answer["containerInstance"]!;
        Assert.Equal(("eu-west-3b", "7"), (Attribute(instance, "ecs.availability-zone"), Attribute(instance, "rack")));
        Assert.Matches("^i-[0-9a-f]{17}$", (string)instance["ec2InstanceId"]!);
    }

    [Fact]
    public async Task An_agent_that_registers_again_keeps_its_instance()
    {
        using var ecs = new LocalEcs();
        var arn = Assert.Single(await ecs.Instances(1));
        await ecs.Call("RegisterContainerInstance", $$"""{ "containerInstanceArn": "{{arn}}", "versionInfo": { "agentVersion": "1.90.0" }, "attributes": [{ "name": "rack", "value": "8" }] }""");
        var instance = await Describe(ecs, arn);
        Assert.Equal(("1.90.0", "8", 2L), ((string)instance["versionInfo"]!["agentVersion"]!, Attribute(instance, "rack"), (long)instance["version"]!));
    }

    [Fact]
    public async Task Lists_filter_by_status_and_by_the_cluster_query_language()
    {
        using var ecs = new LocalEcs();
        var arns = await ecs.Instances(4);
        await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{arns[1]}}"], "status": "DRAINING" }""");
        Assert.Equal(arns, await List("{}"));
        Assert.Equal([arns[1]], await List("""{ "status": "DRAINING" }"""));
        Assert.Equal([arns[0], arns[3]], await List("""{ "filter": "attribute:ecs.availability-zone == us-east-1a" }"""));
        await ecs.Definition();
        await ecs.Call("StartTask", $$"""{ "taskDefinition": "web", "containerInstances": ["{{arns[2]}}"] }""");
        ecs.Settle();
        Assert.Equal([arns[2]], await List("""{ "filter": "runningTasksCount > 0 and task:group == family:web" }"""));

        async Task<IEnumerable<string>> List(string request) =>
            (await ecs.Call("ListContainerInstances", request))["containerInstanceArns"]!.AsArray().Select(arn => (string)arn!);
    }

    [Fact]
    public async Task Draining_stops_pending_service_tasks_at_once_and_leaves_standalone_tasks_alone()
    {
        using var ecs = new LocalEcs();
        var arns = await ecs.Instances(2);
        await ecs.Definition();
        var own = (string)(await ecs.Call("StartTask", $$"""{ "taskDefinition": "web", "containerInstances": ["{{arns[0]}}"] }"""))["tasks"]![0]!["taskArn"]!;
        await Service(ecs, 2, 100, 200);
        ecs.Advance(1);
        await Drain(ecs, arns[0]);
        ecs.Advance(0);
        Assert.All(await ecs.TasksOf(), task => Assert.Equal(arns[1], (string)task!["containerInstanceArn"]!));
        ecs.Settle();
        Assert.Equal("RUNNING", (string)(await ecs.Task(own))["lastStatus"]!);
        Assert.Equal(1, (int)(await Describe(ecs, arns[0]))["runningTasksCount"]!);
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(50, 100)]
    [InlineData(0, 100)]
    public async Task Draining_replaces_running_service_tasks_within_the_percents(int minimum, int maximum)
    {
        using var ecs = new LocalEcs();
        var arns = await ecs.Instances(3);
        await ecs.Definition();
        await Service(ecs, 6, minimum, maximum);
        ecs.Settle();
        await Drain(ecs, arns[0]);
        while (!ecs.Server.IsSettled)
        {
            ecs.Advance(0.5);
            Assert.InRange((int)(await ecs.Service())["runningCount"]!, 6 * minimum / 100, 6 * maximum / 100);
        }

        Assert.Equal((0, "DRAINING"), ((int)(await Describe(ecs, arns[0]))["runningTasksCount"]!, (string)(await Describe(ecs, arns[0]))["status"]!));
        Assert.Equal(6, (int)(await ecs.Service())["runningCount"]!);
    }

    [Fact]
    public async Task Draining_is_blocked_by_percents_of_one_hundred_until_the_instance_is_ACTIVE_again()
    {
        using var ecs = new LocalEcs();
        var arns = await ecs.Instances(2);
        await ecs.Definition();
        await Service(ecs, 2, 100, 100);
        ecs.Settle();
        await Drain(ecs, arns[0]);
        ecs.Settle();
        Assert.Equal(1, (int)(await Describe(ecs, arns[0]))["runningTasksCount"]!);
        Assert.Contains("was unable to stop or start tasks during a deployment", (string)(await ecs.Service())["events"]![0]!["message"]!);

        await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{arns[0]}}"], "status": "ACTIVE" }""");
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 4 }""");
        ecs.Settle();
        Assert.Equal(2, (int)(await Describe(ecs, arns[0]))["runningTasksCount"]!);
    }

    [Fact]
    public async Task Changing_states_answers_with_failures_for_what_is_not_there()
    {
        using var ecs = new LocalEcs();
        var arns = await ecs.Instances(1);
        var answer = await ecs.Call("UpdateContainerInstancesState", $$"""
            { "containerInstances": ["{{arns[0]}}", "00000000000000000000000000000000"], "status": "DRAINING" }
            """);
        Assert.Equal("DRAINING", (string)Assert.Single(answer["containerInstances"]!.AsArray())!["status"]!);
        Assert.Equal(
            """[{"arn":"arn:aws:ecs:us-east-1:123456789012:container-instance/default/00000000000000000000000000000000","reason":"MISSING"}]""",
            answer["failures"]!.ToJsonString());
    }

    [Fact]
    public async Task A_forced_deregistration_gives_up_the_tasks_and_the_service_replaces_them()
    {
        using var ecs = new LocalEcs();
        var arns = await ecs.Instances(2);
        await ecs.Definition();
        await Service(ecs, 2, 100, 200);
        ecs.Settle();
        var lost = (string)(await ecs.Call("ListTasks", $$"""{ "containerInstance": "{{arns[0]}}" }"""))["taskArns"]![0]!;
        var answer = await ecs.Call("DeregisterContainerInstance", $$"""{ "containerInstance": "{{arns[0]}}", "force": true }""");
        Assert.Equal(("INACTIVE", 0), ((string)answer["containerInstance"]!["status"]!, (int)answer["containerInstance"]!["runningTasksCount"]!));
        Assert.Equal("Container instance deregistration forced by user", (string)(await ecs.Task(lost))["stoppedReason"]!);
        ecs.Settle();
        Assert.Equal(2, (int)(await Describe(ecs, arns[1]))["runningTasksCount"]!);

        Assert.Equal([arns[1]], (await ecs.Call("ListContainerInstances"))["containerInstanceArns"]!.AsArray().Select(arn => (string)arn!));
        Assert.Equal("INACTIVE", (string)(await Describe(ecs, arns[0]))["status"]!);
        ecs.Advance(3700);
        var later = await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": ["{{arns[0]}}"] }""");
        Assert.Equal("MISSING", (string)later["failures"]![0]!["reason"]!);
    }

    [Fact]
    public async Task An_instance_that_was_deregistered_has_no_tags()
    {
        using var ecs = new LocalEcs();
        var arn = Assert.Single(await ecs.Instances(1));
        await ecs.Call("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": [{ "key": "a", "value": "1" }] }""");
        Assert.Single(await Tags());
        await ecs.Call("DeregisterContainerInstance", $$"""{ "containerInstance": "{{arn}}" }""");
        Assert.Empty(await Tags());

        async Task<JsonArray> Tags() => (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": ["{{arn}}"], "include": ["TAGS"] }"""))["containerInstances"]![0]!["tags"]!.AsArray();
    }

    private static async Task Service(LocalEcs ecs, int count, int minimum, int maximum) => await ecs.Call("CreateService", $$"""
        { "serviceName": "web", "taskDefinition": "web", "desiredCount": {{count}}, "availabilityZoneRebalancing": "DISABLED",
          "deploymentConfiguration": { "minimumHealthyPercent": {{minimum}}, "maximumPercent": {{maximum}} } }
        """);

    private static async Task Drain(LocalEcs ecs, string arn) =>
        await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{arn}}"], "status": "DRAINING" }""");

    private static async Task<JsonNode> Describe(LocalEcs ecs, string arn) =>
        (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": ["{{arn}}"] }"""))["containerInstances"]![0]!;

    private static string? Attribute(JsonNode instance, string name) =>
        (string?)instance["attributes"]!.AsArray().SingleOrDefault(attribute => (string)attribute!["name"]! == name)?["value"];
}
