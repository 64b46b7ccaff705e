using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

public class TaskDefinitionTests
{
    [Fact]
    public async Task Registration_fills_in_what_ECS_has_a_default_for_and_nothing_else()
    {
        using var ecs = new LocalEcs();
        var definition = await Register(ecs, """
            { "family": "web", "containerDefinitions": [{ "name": "app", "image": "app:1", "memory": 64, "portMappings": [{ "containerPort": 80 }] }] }
            """);
        Assert.Equal(
            """{"name":"app","image":"app:1","cpu":0,"memory":64,"portMappings":[{"containerPort":80,"hostPort":0,"protocol":"tcp"}],"essential":true,"environment":[],"mountPoints":[],"volumesFrom":[],"systemControls":[]}""",
            definition["containerDefinitions"]![0]!.ToJsonString());
        Assert.Equal("[]", definition["volumes"]!.ToJsonString());
        Assert.Equal("[]", definition["placementConstraints"]!.ToJsonString());
        foreach (var absent in new[] { "networkMode", "cpu", "memory", "requiresCompatibilities", "runtimePlatform" }) Assert.Null(definition[absent]);
        Assert.Equal("""["EXTERNAL","EC2"]""", definition["compatibilities"]!.ToJsonString());
    }

    [Fact]
    public async Task Sizes_in_vCPU_and_GB_are_stored_in_units_and_MiB()
    {
        using var ecs = new LocalEcs();
        var definition = await Register(ecs, Awsvpc("0.25 vCPU", "0.5 GB"));
        Assert.Equal(("256", "512"), ((string)definition["cpu"]!, (string)definition["memory"]!));
        Assert.Equal(80, (int)definition["containerDefinitions"]![0]!["portMappings"]![0]!["hostPort"]!);
    }

    [Theory]
    [InlineData("", """["EC2","MANAGED_INSTANCES","FARGATE"]""")]
    [InlineData(""" "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, """, """["EC2","FARGATE"]""")]
    public async Task Compatibilities_follow_from_mode_and_platform(string more, string compatibilities)
    {
        using var ecs = new LocalEcs();
        Assert.Equal(compatibilities, (await Register(ecs, Awsvpc("256", "512", more)))["compatibilities"]!.ToJsonString());
    }

    [Fact]
    public async Task A_stop_timeout_over_two_minutes_rules_Fargate_out()
    {
        using var ecs = new LocalEcs();
        var definition = await Register(ecs, Awsvpc("256", "512", container: """, "stopTimeout": 121"""));
        Assert.Equal("""["EC2","MANAGED_INSTANCES"]""", definition["compatibilities"]!.ToJsonString());
    }

    [Fact]
    public async Task The_same_input_is_a_new_revision_and_a_failed_one_uses_no_number_up()
    {
        using var ecs = new LocalEcs();
        Assert.EndsWith("web:1", await ecs.Definition());
        await ecs.Fail("RegisterTaskDefinition", """{ "family": "web", "containerDefinitions": [] }""");
        Assert.EndsWith("web:2", await ecs.Definition());
    }

    [Fact]
    public async Task A_family_is_its_latest_ACTIVE_revision()
    {
        using var ecs = new LocalEcs();
        await ecs.Definition();
        await ecs.Definition();
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:2" }""");
        var latest = await ecs.Call("DescribeTaskDefinition", """{ "taskDefinition": "web" }""");
        Assert.Equal(1, (int)latest["taskDefinition"]!["revision"]!);
        var inactive = await ecs.Call("DescribeTaskDefinition", """{ "taskDefinition": "arn:aws:ecs:us-east-1:123456789012:task-definition/web:2" }""");
        Assert.Equal("INACTIVE", (string)inactive["taskDefinition"]!["status"]!);
    }

    [Fact]
    public async Task Deregistering_tells_the_time_only_from_the_second_answer_on()
    {
        using var ecs = new LocalEcs();
        await ecs.Definition();
        var first = await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }""");
        Assert.Equal("INACTIVE", (string)first["taskDefinition"]!["status"]!);
        Assert.Null(first["taskDefinition"]!["deregisteredAt"]);
        var second = await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }""");
        Assert.NotNull(second["taskDefinition"]!["deregisteredAt"]);
    }

    [Fact]
    public async Task Lists_filter_by_family_and_status_and_sort_both_ways()
    {
        using var ecs = new LocalEcs();
        foreach (var family in new[] { "web", "web-api", "web", "batch" }) await ecs.Definition(family);
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "batch:1" }""");
        Assert.Equal(["web:1", "web:2", "web-api:1"], await Names("{}"));
        Assert.Equal(["web:2", "web:1"], await Names("""{ "familyPrefix": "web", "sort": "DESC" }"""));
        Assert.Equal(["batch:1"], await Names("""{ "status": "INACTIVE" }"""));

        Assert.Equal("""["batch","web","web-api"]""", await Families("{}"));
        Assert.Equal("""["web","web-api"]""", await Families("""{ "status": "ACTIVE", "familyPrefix": "w" }"""));
        Assert.Equal("""["batch"]""", await Families("""{ "status": "INACTIVE" }"""));

        async Task<IEnumerable<string>> Names(string request) =>
            (await ecs.Call("ListTaskDefinitions", request))["taskDefinitionArns"]!.AsArray().Select(arn => ((string)arn!).Split('/')[1]);
        async Task<string> Families(string request) => (await ecs.Call("ListTaskDefinitionFamilies", request))["families"]!.ToJsonString();
    }

    [Fact]
    public async Task A_deleted_revision_is_described_for_minutes_and_while_a_task_runs_from_it()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Definition();
        var task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web:1" }"""))["tasks"]![0]!["taskArn"]!;
        foreach (var name in new[] { "web:1", "web:2" }) await ecs.Call("DeregisterTaskDefinition", $$"""{ "taskDefinition": "{{name}}" }""");
        await ecs.Call("DeleteTaskDefinitions", """{ "taskDefinitions": ["web:1", "web:2"] }""");
        Assert.Equal("DELETE_IN_PROGRESS", (string)(await Describe("web:2"))["taskDefinition"]!["status"]!);
        Assert.Equal("TaskDefinition is being deleted", (await ecs.Fail("RunTask", """{ "taskDefinition": "web:1" }""")).Message);
        Assert.Equal(("ClientException", "The task definition could not be deregistered because it is in the process of being deleted."), await ecs.Fail("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }"""));

        ecs.Advance(601);
        Assert.Equal("Unable to describe task definition.", (await ecs.Fail("DescribeTaskDefinition", """{ "taskDefinition": "web:2" }""")).Message);
        Assert.Equal("DELETE_IN_PROGRESS", (string)(await Describe("web:1"))["taskDefinition"]!["status"]!);

        await ecs.Call("StopTask", $$"""{ "task": "{{task}}" }""");
        ecs.Advance(2 * 3600);
        await ecs.Fail("DescribeTaskDefinition", """{ "taskDefinition": "web:1" }""");
        Assert.Equal("[]", (await ecs.Call("ListTaskDefinitionFamilies"))["families"]!.ToJsonString());
        Assert.EndsWith("web:3", await ecs.Definition());

        Task<JsonNode> Describe(string name) => ecs.Call("DescribeTaskDefinition", $$"""{ "taskDefinition": "{{name}}" }""");
    }

    [Fact]
    public async Task A_deletion_that_was_saved_is_carried_out_after_loading()
    {
        using var ecs = new LocalEcs();
        await ecs.Definition();
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }""");
        await ecs.Call("DeleteTaskDefinitions", """{ "taskDefinitions": ["web:1"] }""");
        using var other = new LocalEcs();
        await other.Control(HttpMethod.Put, "/_local/state", await ecs.State());
        other.Advance(601);
        await other.Fail("DescribeTaskDefinition", """{ "taskDefinition": "web:1" }""");
    }

    [Fact]
    public async Task Deleting_takes_one_to_ten_revisions()
    {
        using var ecs = new LocalEcs();
        Assert.Equal("Task definitions cannot be empty.", (await ecs.Fail("DeleteTaskDefinitions", """{ "taskDefinitions": [] }""")).Message);
        Assert.Equal("taskDefinitions can have at most 10 items.", (await ecs.Fail("DeleteTaskDefinitions", """{ "taskDefinitions": ["1","2","3","4","5","6","7","8","9","10","11"] }""")).Message);
    }

    private static async Task<JsonNode> Register(LocalEcs ecs, string request) => (await ecs.Call("RegisterTaskDefinition", request))["taskDefinition"]!;

    private static string Awsvpc(string cpu, string memory, string more = "", string container = "") => $$"""
        {
          "family": "web", "networkMode": "awsvpc", "cpu": "{{cpu}}", "memory": "{{memory}}", {{more}}
          "containerDefinitions": [{ "name": "app", "image": "app:1", "portMappings": [{ "containerPort": 80 }] {{container}} }]
        }
        """;
}
