using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Services with an external deployment controller, and their task sets.</summary>
public class TaskSetTests
{
    private const string Service = """ "cluster": "default", "service": "ext" """;

    [Fact]
    public async Task The_only_parameter_that_an_EXTERNAL_service_needs_is_its_name()
    {
        using var ecs = await Open(service: null);
        var service = (await ecs.Call("CreateService", """{ "serviceName": "ext", "deploymentController": { "type": "EXTERNAL" } }"""))["service"]!;
        Assert.Equal(("ACTIVE", 0, "EXTERNAL"), (Text(service, "status"), (int)service["desiredCount"]!, Text(service["deploymentController"]!, "type")));
        Assert.Equal(("[]", "[]"), (service["deployments"]!.ToJsonString(), service["taskSets"]!.ToJsonString()));
        Assert.Null(service["taskDefinition"]);
    }

    [Theory]
    [InlineData(""" "taskDefinition": "web" """, "TaskDefinition must be blank.")]
    [InlineData(""" "launchType": "EC2" """, "LaunchType must be blank.")]
    [InlineData(""" "capacityProviderStrategy": [{ "capacityProvider": "x" }] """, "CapacityProviderStrategy must be empty or null.")]
    [InlineData(""" "platformVersion": "1.4.0" """, "PlatformVersion must be blank.")]
    [InlineData(""" "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["a"] } } """, "NetworkConfiguration must be empty or null.")]
    [InlineData(""" "loadBalancers": [{ "targetGroupArn": "x" }] """, "LoadBalancers must be empty or null.")]
    [InlineData(""" "serviceRegistries": [{ "registryArn": "x" }] """, "ServiceRegistries must be empty or null.")]
    public async Task An_EXTERNAL_service_takes_nothing_that_its_task_sets_control(string parameter, string text)
    {
        using var ecs = await Open(service: null);
        var (type, message) = await ecs.Fail("CreateService", $$"""{ "serviceName": "ext", "deploymentController": { "type": "EXTERNAL" }, {{parameter}} }""");
        Assert.Equal(("InvalidParameterException", text), (type, message));
    }

    [Fact]
    public async Task A_task_set_runs_its_share_of_the_desired_count_rounded_up()
    {
        using var ecs = await Open(desired: 4);
        var created = await Create(ecs, """, "scale": { "value": 30, "unit": "PERCENT" }, "externalId": "blue" """);
        Assert.Matches(@"^ecs-svc/\d{19}$", Text(created, "id"));
        Assert.EndsWith($"task-set/default/ext/{Text(created, "id")}", Text(created, "taskSetArn"));
        Assert.Equal(("ACTIVE", "STABILIZING", "blue", 2), (Text(created, "status"), Text(created, "stabilityStatus"), Text(created, "externalId"), (int)created["computedDesiredCount"]!));

        ecs.Advance(1.1);
        Assert.Equal((0, 2), Counts(await Find(ecs, created)));
        ecs.Settle();
        var settled = await Find(ecs, created);
        Assert.Equal((2, 0), Counts(settled));
        Assert.Equal("STEADY_STATE", Text(settled, "stabilityStatus"));
        Assert.True((double)settled["stabilityStatusAt"]! > (double)created["stabilityStatusAt"]!);
        Assert.All(await ecs.TasksOf("ext"), task => Assert.Equal((Text(created, "id"), "service:ext"), (Text(task!, "startedBy"), Text(task!, "group"))));
        var service = await ecs.Service("ext");
        Assert.Equal((4, 2, 0), ((int)service["desiredCount"]!, (int)service["runningCount"]!, (int)service["pendingCount"]!));
        Assert.Single(service["taskSets"]!.AsArray());
        Assert.StartsWith($"(service ext, taskSet {Text(created, "id")}) has started 2 tasks: ", Events(service)[^1]);
        Assert.Equal("(service ext) has reached a steady state.", Events(service)[0]);
    }

    [Fact]
    public async Task Scaling_a_task_set_or_its_service_starts_and_stops_its_tasks()
    {
        using var ecs = await Open(desired: 4);
        var taskSet = await Create(ecs, Scale(50));
        ecs.Settle();
        var up = (await ecs.Call("UpdateTaskSet", $$"""{ {{Service}}, "taskSet": "{{Text(taskSet, "id")}}", "scale": { "value": 100, "unit": "PERCENT" } }"""))["taskSet"]!;
        Assert.Equal((4, "STABILIZING"), ((int)up["computedDesiredCount"]!, Text(up, "stabilityStatus")));
        ecs.Settle();
        Assert.Equal((4, 0), Counts(await Find(ecs, taskSet)));

        await ecs.Call("UpdateService", """{ "service": "ext", "desiredCount": 1 }""");
        Assert.Equal(1, (int)(await Find(ecs, taskSet))["computedDesiredCount"]!);
        ecs.Settle();
        Assert.Equal((1, 0), Counts(await Find(ecs, taskSet)));
        Assert.Single(await ecs.TasksOf("ext"));
    }

    [Fact]
    public async Task Two_task_sets_run_side_by_side_each_with_its_own_revision()
    {
        using var ecs = await Open(desired: 4);
        await ecs.Definition();
        await Create(ecs, Scale(100));
        var green = await Create(ecs, Scale(25) + """, "taskDefinition": "web:2" """);
        ecs.Settle();
        Assert.Equal(5, (int)(await ecs.Service("ext"))["runningCount"]!);
        var task = Assert.Single(await ecs.TasksOf("ext"), task => Text(task!, "startedBy") == Text(green, "id"));
        Assert.EndsWith("web:2", Text(task!, "taskDefinitionArn"));
    }

    [Fact]
    public async Task What_the_primary_task_set_says_transitions_to_the_service()
    {
        using var ecs = await Open(desired: 1);
        await ecs.Definition(container: """, "portMappings": [{ "containerPort": 80 }]""");
        var blue = await Create(ecs, Scale(100));
        var green = await Create(ecs, Scale(100) + """, "taskDefinition": "web:2", "loadBalancers": [{ "targetGroupArn": "tg", "containerName": "app", "containerPort": 80 }] """);
        Assert.Null((await ecs.Service("ext"))["taskDefinition"]);
        await MakePrimary(ecs, blue);
        Assert.EndsWith("web:1", Text(await ecs.Service("ext"), "taskDefinition"));
        Assert.Equal("PRIMARY", Text(await MakePrimary(ecs, green), "status"));

        var service = await ecs.Service("ext");
        Assert.EndsWith("web:2", Text(service, "taskDefinition"));
        Assert.Equal(("EC2", "tg"), (Text(service, "launchType"), Text(service["loadBalancers"]![0]!, "targetGroupArn")));
        Assert.Equal(["ACTIVE", "PRIMARY"], service["taskSets"]!.AsArray().Select(taskSet => Text(taskSet!, "status")));
    }

    [Fact]
    public async Task A_deleted_task_set_drains_and_goes_with_its_last_task()
    {
        using var ecs = await Open(desired: 2);
        var taskSet = await Create(ecs, Scale(100));
        ecs.Settle();
        await MakePrimary(ecs, taskSet);
        var id = Text(taskSet, "id");
        var (_, refused) = await ecs.Fail("DeleteTaskSet", $$"""{ {{Service}}, "taskSet": "{{id}}" }""");
        Assert.Equal("The primary task set cannot be deleted. Make another task set the primary one, or force the deletion.", refused);

        var deleted = (await ecs.Call("DeleteTaskSet", $$"""{ {{Service}}, "taskSet": "{{id}}", "force": true }"""))["taskSet"]!;
        Assert.Equal(("DRAINING", 0, 2), (Text(deleted, "status"), (int)deleted["computedDesiredCount"]!, (int)deleted["runningCount"]!));
        Assert.Equal("DRAINING", Text((await ecs.Call("DeleteTaskSet", $$"""{ {{Service}}, "taskSet": "{{id}}" }"""))["taskSet"]!, "status"));
        ecs.Settle();
        Assert.Equal("[]", (await Describe(ecs))["taskSets"]!.ToJsonString());
        var failure = (await Describe(ecs, $$""", "taskSets": ["{{id}}"] """))["failures"]![0]!;
        Assert.Equal((Text(taskSet, "taskSetArn"), "MISSING"), (Text(failure, "arn"), Text(failure, "reason")));
    }

    [Fact]
    public async Task A_draining_instance_unsettles_a_task_set_until_its_tasks_have_moved()
    {
        using var ecs = await Open(desired: 2);
        var taskSet = await Create(ecs, Scale(100));
        ecs.Settle();
        var instance = Text((await ecs.TasksOf("ext"))[0]!, "containerInstanceArn");
        await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{instance}}"], "status": "DRAINING" }""");
        ecs.Advance(0.1);
        Assert.Equal("STABILIZING", Text(await Find(ecs, taskSet), "stabilityStatus"));
        ecs.Settle();
        Assert.Equal("STEADY_STATE", Text(await Find(ecs, taskSet), "stabilityStatus"));
        Assert.DoesNotContain(instance, (await ecs.TasksOf("ext")).Select(task => Text(task!, "containerInstanceArn")));
    }

    [Fact]
    public async Task A_service_with_task_sets_is_deleted_only_by_force_and_takes_them_along()
    {
        using var ecs = await Open(desired: 0);
        await Create(ecs, Scale(100));
        await ecs.Call("UpdateService", """{ "service": "ext", "desiredCount": 2 }""");
        ecs.Settle();
        await ecs.Call("UpdateService", """{ "service": "ext", "desiredCount": 0 }""");
        Assert.Equal("The service cannot be stopped while deployments are active.", (await ecs.Fail("DeleteService", """{ "service": "ext" }""")).Message);
        await ecs.Call("DeleteService", """{ "service": "ext", "force": true }""");
        Assert.Equal(("ServiceNotActiveException", "Service was not ACTIVE."), await ecs.Fail("DescribeTaskSets", $$"""{ {{Service}} }"""));
        ecs.Settle();
        Assert.Equal("INACTIVE", Text(await ecs.Service("ext"), "status"));
    }

    [Fact]
    public async Task The_same_token_and_request_make_one_task_set()
    {
        using var ecs = await Open(desired: 1);
        var first = await Create(ecs, """, "clientToken": "t" """);
        Assert.Equal(Text(first, "id"), Text(await Create(ecs, """, "clientToken": "t" """), "id"));
        Assert.Equal("Creation of task set was not idempotent.", (await ecs.Fail("CreateTaskSet", $$"""{ {{Service}}, "taskDefinition": "web", "clientToken": "t", "externalId": "x" }""")).Message);
        Assert.Single((await Describe(ecs))["taskSets"]!.AsArray());
    }

    [Fact]
    public async Task Tags_are_described_when_asked_for_and_can_be_changed()
    {
        using var ecs = await Open(desired: 1);
        var arn = Text(await Create(ecs, """, "tags": [{ "key": "a", "value": "1" }] """), "taskSetArn");
        await ecs.Call("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": [{ "key": "b", "value": "2" }] }""");
        Assert.Null((await Describe(ecs))["taskSets"]![0]!["tags"]);
        Assert.Equal(["a", "b"], (await Describe(ecs, """, "include": ["TAGS"] """))["taskSets"]![0]!["tags"]!.AsArray().Select(tag => Text(tag!, "key")));
    }

    [Fact]
    public async Task A_state_with_task_sets_goes_on_where_it_was_saved()
    {
        using var ecs = await Open(desired: 3);
        await Create(ecs, Scale(100));
        ecs.Advance(2);
        var saved = await ecs.State();
        ecs.Settle();
        var went = await ecs.State();
        using var other = new LocalEcs();
        other.Advance(2);
        await other.Control(HttpMethod.Put, "/_local/state", saved);
        other.Settle();
        Assert.Equal(went, await other.State());
    }

    [Theory]
    [InlineData("CreateTaskSet", """{ "cluster": "nope", "service": "ext", "taskDefinition": "web" }""", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("CreateTaskSet", """{ "cluster": "default", "service": "nope", "taskDefinition": "web" }""", "ServiceNotFoundException", "Service not found.")]
    [InlineData("CreateTaskSet", $$"""{ {{Service}}, "taskDefinition": "nope" }""", "ClientException", "TaskDefinition not found.")]
    [InlineData("CreateTaskSet", $$"""{ {{Service}}, "taskDefinition": "web", "scale": { "value": 101 } }""", "InvalidParameterException", "Scale value must be between 0 and 100.")]
    [InlineData("CreateTaskSet", $$"""{ {{Service}}, "taskDefinition": "web", "scale": { "value": 1, "unit": "TASKS" } }""", "InvalidParameterException", "unit should be one of [PERCENT]")]
    [InlineData("CreateTaskSet", $$"""{ {{Service}}, "taskDefinition": "web", "launchType": "FARGATE" }""", "InvalidParameterException", "Task definition does not support launch_type FARGATE.")]
    [InlineData("CreateTaskSet", $$"""{ {{Service}}, "taskDefinition": "web", "clientToken": "1234567890123456789012345678901234567" }""", "InvalidParameterException", "idempotency token longer than 36.")]
    [InlineData("CreateTaskSet", """{ "cluster": "default", "service": "rolled", "taskDefinition": "web" }""", "InvalidParameterException", "Amazon ECS only supports task set management on services configured to use external deployment controllers.")]
    [InlineData("DescribeTaskSets", """{ "cluster": "default", "service": "rolled" }""", "InvalidParameterException", "Amazon ECS only supports task set management on services configured to use external deployment controllers.")]
    [InlineData("DescribeTaskSets", $$"""{ {{Service}}, "include": ["EVENTS"] }""", "InvalidParameterException", "include should be one of [TAGS]")]
    [InlineData("UpdateTaskSet", $$"""{ {{Service}}, "taskSet": "ecs-svc/1", "scale": { "value": 1, "unit": "PERCENT" } }""", "TaskSetNotFoundException", "TaskSet not found.")]
    [InlineData("DeleteTaskSet", $$"""{ {{Service}}, "taskSet": "ecs-svc/1" }""", "TaskSetNotFoundException", "TaskSet not found.")]
    [InlineData("UpdateServicePrimaryTaskSet", $$"""{ {{Service}}, "primaryTaskSet": "ecs-svc/1" }""", "TaskSetNotFoundException", "TaskSet not found.")]
    [InlineData("UpdateTaskSet", """{ "cluster": "default", "service": "deleted", "taskSet": "ecs-svc/1", "scale": { "value": 1 } }""", "ServiceNotActiveException", "Service was not ACTIVE.")]
    [InlineData("UpdateService", """{ "service": "ext", "taskDefinition": "web" }""", "InvalidParameterException", "Unable to update task definition on services with an EXTERNAL deployment controller. Create a new task set instead.")]
    [InlineData("UpdateService", """{ "service": "ext", "deploymentConfiguration": { "maximumPercent": 150 } }""", "InvalidParameterException", "Unable to update deployment configuration on services with an EXTERNAL deployment controller. Create a new task set instead.")]
    [InlineData("UpdateService", """{ "service": "ext", "forceNewDeployment": true }""", "InvalidParameterException", "Cannot force a new deployment on services with an EXTERNAL deployment controller. Create a new task set instead.")]
    [InlineData("UpdateService", """{ "service": "green", "taskDefinition": "web" }""", "InvalidParameterException", "Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.")]
    [InlineData("UpdateService", """{ "service": "green", "networkConfiguration": { } }""", "InvalidParameterException", "Unable to update network parameters on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.")]
    [InlineData("UpdateService", """{ "service": "green", "platformVersion": "1.4.0" }""", "InvalidParameterException", "Unable to update platform version on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.")]
    [InlineData("UpdateService", """{ "service": "green", "forceNewDeployment": true }""", "InvalidParameterException", "Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.")]
    [InlineData("CreateTaskSet", """{ "cluster": "default", "service": "green", "taskDefinition": "web" }""", "InvalidParameterException", "Amazon ECS only supports task set management on services configured to use external deployment controllers.")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web", "desiredCount": 1, "deploymentController": { "type": "CODE_DEPLOY" } }""", "InvalidParameterException", "When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.")]
    [InlineData("CreateService", """{ "serviceName": "s", "deploymentController": { "type": "MINE" } }""", "InvalidParameterException", "Deployment controller type should be one of [CODE_DEPLOY,ECS,EXTERNAL]")]
    [InlineData("CreateService", """{ "serviceName": "s", "schedulingStrategy": "DAEMON", "deploymentController": { "type": "EXTERNAL" } }""", "InvalidParameterException", "The daemon scheduling strategy does not support the EXTERNAL deployment controller. Change the deployment controller and try again")]
    public async Task ECS_refuses(string operation, string request, string type, string message)
    {
        using var ecs = await Open(desired: 1);
        await ecs.Call("CreateService", """{ "serviceName": "rolled", "taskDefinition": "web", "desiredCount": 0 }""");
        await ecs.Call("CreateService", CodeDeploy);
        await ecs.Call("CreateService", """{ "serviceName": "deleted", "deploymentController": { "type": "EXTERNAL" } }""");
        await ecs.Call("DeleteService", """{ "service": "deleted" }""");
        var before = await ecs.State();
        Assert.Equal((type, message), await ecs.Fail(operation, request));
        Assert.Equal(before, await ecs.State());
    }

    [Fact]
    public async Task A_sixth_task_set_is_refused()
    {
        using var ecs = await Open(desired: 1);
        for (var i = 0; i < 5; i++) await Create(ecs);
        Assert.Equal(
            "5 deployments exist on the service. Unable to create new TaskSet since this exceeds the maximum limit.",
            (await ecs.Fail("CreateTaskSet", $$"""{ {{Service}}, "taskDefinition": "web" }""")).Message);
    }

    [Fact]
    public async Task A_CODE_DEPLOY_service_runs_in_one_primary_task_set_and_can_be_scaled()
    {
        using var ecs = await Open(service: null);
        await ecs.Call("CreateService", CodeDeploy);
        ecs.Settle();
        await ecs.Call("UpdateService", """{ "service": "green", "desiredCount": 2, "healthCheckGracePeriodSeconds": 5, "deploymentConfiguration": { "maximumPercent": 150 } }""");
        ecs.Settle();
        var service = await ecs.Service("green");
        var taskSet = Assert.Single(service["taskSets"]!.AsArray())!;
        Assert.Equal(("PRIMARY", 2, 150), (Text(taskSet, "status"), (int)taskSet["runningCount"]!, (int)service["deploymentConfiguration"]!["maximumPercent"]!));
    }

    private const string CodeDeploy = """
        { "serviceName": "green", "taskDefinition": "web", "desiredCount": 1, "deploymentController": { "type": "CODE_DEPLOY" },
          "loadBalancers": [{ "targetGroupArn": "tg", "containerName": "app", "containerPort": 80 }] }
        """;

    private static async Task<LocalEcs> Open(int desired = 1, string? service = "ext")
    {
        var ecs = new LocalEcs();
        await ecs.Instances(3);
        await ecs.Definition(container: """, "portMappings": [{ "containerPort": 80 }]""");
        if (service is not null) await ecs.Call("CreateService", $$"""{ "serviceName": "{{service}}", "desiredCount": {{desired}}, "deploymentController": { "type": "EXTERNAL" } }""");
        return ecs;
    }

    private static string Scale(double percent) => $$""", "scale": { "value": {{percent}}, "unit": "PERCENT" }""";

    // A member that stands there twice has its last value.
    private static async Task<JsonNode> Create(LocalEcs ecs, string more = "") =>
        (await ecs.Call("CreateTaskSet", $$"""{ {{Service}}, "taskDefinition": "web:1" {{more}} }"""))["taskSet"]!;

    private static async Task<JsonNode> MakePrimary(LocalEcs ecs, JsonNode taskSet) =>
        (await ecs.Call("UpdateServicePrimaryTaskSet", $$"""{ {{Service}}, "primaryTaskSet": "{{Text(taskSet, "taskSetArn")}}" }"""))["taskSet"]!;

    private static Task<JsonNode> Describe(LocalEcs ecs, string more = "") => ecs.Call("DescribeTaskSets", $$"""{ {{Service}} {{more}} }""");

    private static async Task<JsonNode> Find(LocalEcs ecs, JsonNode taskSet) =>
        (await Describe(ecs, $$""", "taskSets": ["{{Text(taskSet, "taskSetArn")}}"] """))["taskSets"]![0]!;

    private static (int Running, int Pending) Counts(JsonNode taskSet) => ((int)taskSet["runningCount"]!, (int)taskSet["pendingCount"]!);

    private static List<string> Events(JsonNode service) => [.. service["events"]!.AsArray().Select(e => Text(e!, "message"))];

    private static string Text(JsonNode node, string member) => (string)node[member]!;
}
