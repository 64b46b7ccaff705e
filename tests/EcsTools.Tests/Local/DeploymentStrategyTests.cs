using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Service deployments stage by stage: bake times, hooks, and the shift of traffic.</summary>
public class DeploymentStrategyTests
{
    [Fact]
    public async Task A_rolling_update_completes_when_its_bake_time_is_over()
    {
        using var ecs = await Open("""{ "bakeTimeInMinutes": 10 }""");
        await Update(ecs);
        ecs.Advance(1.1);
        Assert.Equal("SCALE_UP", Text(await Current(ecs), "lifecycleStage"));
        ecs.Advance(60);
        Assert.Equal(("IN_PROGRESS", "BAKE_TIME"), (Text(await Current(ecs), "status"), Text(await Current(ecs), "lifecycleStage")));
        Assert.All(await ecs.TasksOf(), task => Assert.EndsWith("web:2", Text(task!, "taskDefinitionArn")));
        Assert.Equal("IN_PROGRESS", Text((await ecs.Service())["deployments"]![0]!, "rolloutState"));
        ecs.Advance(500);
        Assert.Equal("IN_PROGRESS", Text(await Current(ecs), "status"));
        ecs.Advance(100);
        Assert.Equal(("SUCCESSFUL", "CLEAN_UP"), (Text(await Current(ecs), "status"), Text(await Current(ecs), "lifecycleStage")));
        Assert.Equal("COMPLETED", Text((await ecs.Service())["deployments"]![0]!, "rolloutState"));
    }

    [Fact]
    public async Task Blue_green_shifts_traffic_to_a_second_set_of_tasks_before_the_first_goes()
    {
        using var ecs = await Open("""{ "strategy": "BLUE_GREEN", "bakeTimeInMinutes": 1 }""");
        await Update(ecs);
        var seen = await Watch(ecs, 120);
        Assert.Equal(
            [
                "SCALE_UP: test 0 to 0, production 100 to 0, 2+0 tasks",
                "TEST_TRAFFIC_SHIFT: test 0 to 100, production 100 to 0, 2+2 tasks",
                "PRODUCTION_TRAFFIC_SHIFT: test 0 to 100, production 0 to 100, 2+2 tasks",
                "BAKE_TIME: test 0 to 100, production 0 to 100, 2+2 tasks",
                "CLEAN_UP: test 0 to 100, production 0 to 100, 0+2 tasks",
            ],
            seen);
        Assert.Equal("SUCCESSFUL", Text(await Current(ecs), "status"));
    }

    [Theory]
    [InlineData("""{ "strategy": "LINEAR", "linearConfiguration": { "stepPercent": 40, "stepBakeTimeInMinutes": 1 } }""", "40 80 100")]
    [InlineData("""{ "strategy": "LINEAR" }""", "10 20 30 40 50 60 70 80 90 100")]
    [InlineData("""{ "strategy": "CANARY", "canaryConfiguration": { "canaryPercent": 12.5, "canaryBakeTimeInMinutes": 3 } }""", "12.5 100")]
    [InlineData("""{ "strategy": "CANARY" }""", "5 100")]
    public async Task Linear_and_canary_shift_production_traffic_step_by_step(string configuration, string steps)
    {
        using var ecs = await Open(configuration);
        await Update(ecs);
        var weights = new List<string>();
        for (var second = 0; second < 4500; second += 5)
        {
            ecs.Advance(5);
            var deployment = await Current(ecs);
            if (Text(deployment, "lifecycleStage") != "PRODUCTION_TRAFFIC_SHIFT") continue;
            var (blue, green) = (Weight(deployment["sourceServiceRevisions"]![0]!, "Production"), Weight(deployment["targetServiceRevision"]!, "Production"));
            Assert.Equal(100, blue + green);
            if (weights.LastOrDefault() != FormattableString.Invariant($"{green}")) weights.Add(FormattableString.Invariant($"{green}"));
        }

        Assert.Equal(steps, string.Join(' ', weights));
        Assert.Equal("SUCCESSFUL", Text(await Current(ecs), "status"));
    }

    [Fact]
    public async Task A_pause_holds_the_deployment_until_somebody_continues_it()
    {
        using var ecs = await Open(Pause("POST_TEST_TRAFFIC_SHIFT"));
        await Update(ecs);
        ecs.Advance(300);
        var paused = await Current(ecs);
        var hook = Assert.Single(paused["lifecycleHookDetails"]!.AsArray())!;
        Assert.Equal(("POST_TEST_TRAFFIC_SHIFT", "PAUSE", "AWAITING_ACTION", "ROLLBACK"), (Text(paused, "lifecycleStage"), Text(hook, "targetType"), Text(hook, "status"), Text(hook, "timeoutAction")));
        Assert.Matches("^ecs-pause-[A-Za-z0-9_-]{43}$", Text(hook, "hookId"));
        Assert.Equal("InvalidParameterException", (await ecs.Fail("ContinueServiceDeployment", Answer(paused, "ecs-pause-other", "CONTINUE"))).Type);
        await ecs.Call("ContinueServiceDeployment", Answer(paused, Text(hook, "hookId"), "CONTINUE"));
        ecs.Settle();
        Assert.Equal("SUCCESSFUL", Text(await Current(ecs), "status"));
        Assert.Equal("InvalidParameterException", (await ecs.Fail("ContinueServiceDeployment", Answer(paused, Text(hook, "hookId"), "CONTINUE"))).Type);
    }

    [Fact]
    public async Task A_pause_answered_with_ROLLBACK_leaves_the_blue_tasks_as_they_were()
    {
        using var ecs = await Open(Pause("POST_PRODUCTION_TRAFFIC_SHIFT"));
        var blue = await Ids(ecs);
        await Update(ecs);
        ecs.Advance(300);
        var paused = await Current(ecs);
        Assert.Equal(100, Weight(paused["targetServiceRevision"]!, "Production"));
        await ecs.Call("ContinueServiceDeployment", Answer(paused, Text(paused["lifecycleHookDetails"]![0]!, "hookId"), "ROLLBACK"));
        Assert.Equal("ROLLBACK_REQUESTED", Text(await Current(ecs), "status"));
        Assert.Equal(100, Weight((await Current(ecs))["sourceServiceRevisions"]![0]!, "Production"));
        ecs.Settle();
        Assert.Equal("ROLLBACK_SUCCESSFUL", Text(await Current(ecs), "status"));
        Assert.Equal(blue, await Ids(ecs));
        Assert.Equal("COMPLETED", Text(Assert.Single((await ecs.Service())["deployments"]!.AsArray())!, "rolloutState"));
        Assert.EndsWith("web:1", Text(await ecs.Service(), "taskDefinition"));
    }

    [Theory]
    [InlineData("CONTINUE", "SUCCESSFUL")]
    [InlineData("ROLLBACK", "ROLLBACK_SUCCESSFUL")]
    public async Task A_pause_that_nobody_answers_ends_by_itself(string action, string status)
    {
        using var ecs = await Open(Pause("PRE_SCALE_UP", $$""", "timeoutConfiguration": { "timeoutInMinutes": 10, "action": "{{action}}" } """));
        await Update(ecs);
        ecs.Advance(595);
        Assert.Equal(("PRE_SCALE_UP", "IN_PROGRESS"), (Text(await Current(ecs), "lifecycleStage"), Text(await Current(ecs), "status")));
        Assert.All(await ecs.TasksOf(), task => Assert.EndsWith("web:1", Text(task!, "taskDefinitionArn")));
        ecs.Settle();
        Assert.Equal(status, Text(await Current(ecs), "status"));
    }

    [Fact]
    public async Task A_function_takes_some_seconds_and_succeeds()
    {
        using var ecs = await Open("""
            { "lifecycleHooks": [{ "hookTargetArn": "arn:aws:lambda:us-east-1:123456789012:function:check", "roleArn": "arn:aws:iam::123456789012:role/r", "lifecycleStages": ["PRE_SCALE_UP"] }] }
            """);
        await Update(ecs);
        ecs.Advance(3);
        Assert.Equal(("AWS_LAMBDA", "IN_PROGRESS"), (Text((await Current(ecs))["lifecycleHookDetails"]![0]!, "targetType"), Text((await Current(ecs))["lifecycleHookDetails"]![0]!, "status")));
        Assert.All(await ecs.TasksOf(), task => Assert.EndsWith("web:1", Text(task!, "taskDefinitionArn")));
        ecs.Settle();
        Assert.All(await ecs.TasksOf(), task => Assert.EndsWith("web:2", Text(task!, "taskDefinitionArn")));
    }

    [Fact]
    public async Task A_deployment_that_overtakes_another_first_reconciles_to_the_revision_with_the_traffic()
    {
        using var ecs = await Open(Pause("POST_SCALE_UP"));
        var blue = await Ids(ecs);
        await Update(ecs);
        ecs.Advance(60);
        await Update(ecs);
        ecs.Advance(1.1);
        Assert.Equal("RECONCILE_SERVICE", Text(await Current(ecs), "lifecycleStage"));
        ecs.Advance(60);
        var paused = await Current(ecs);
        Assert.Equal("POST_SCALE_UP", Text(paused, "lifecycleStage"));
        Assert.Equal(4, (await Ids(ecs)).Count);
        Assert.Superset(blue.ToHashSet(), (await Ids(ecs)).ToHashSet());
        await ecs.Call("ContinueServiceDeployment", Answer(paused, Text(paused["lifecycleHookDetails"]![0]!, "hookId"), "CONTINUE"));
        ecs.Settle();
        Assert.Equal(2, (await Ids(ecs)).Count);
        Assert.Equal("SUCCESSFUL", Text(await Current(ecs), "status"));
    }

    [Fact]
    public async Task Blue_keeps_its_number_while_green_comes_up_and_both_follow_a_new_desired_count()
    {
        using var ecs = await Open(Pause("POST_SCALE_UP"));
        await Update(ecs);
        ecs.Advance(60);
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 3 }""");
        await ecs.Call("StopTask", $$"""{ "task": "{{(await Ids(ecs))[0]}}" }""");
        ecs.Advance(60);
        var deployments = (await ecs.Service())["deployments"]!.AsArray();
        Assert.Equal([3, 3], deployments.Select(deployment => (int)deployment!["runningCount"]!));
    }

    [Fact]
    public async Task An_aborted_deployment_stops_where_it_is()
    {
        using var ecs = await Open("""{ "strategy": "ROLLING", "minimumHealthyPercent": 50, "maximumPercent": 150 }""");
        await Update(ecs);
        ecs.Advance(3);
        var arn = Text(await Current(ecs), "serviceDeploymentArn");
        await ecs.Call("StopServiceDeployment", $$"""{ "serviceDeploymentArn": "{{arn}}", "stopType": "ABORT" }""");
        Assert.Equal("STOP_REQUESTED", Text(await Current(ecs), "status"));
        ecs.Settle();
        Assert.Equal(("STOPPED", "Service deployment was stopped by a user."), (Text(await Current(ecs), "status"), Text(await Current(ecs), "statusReason")));
        Assert.Equal("FAILED", Text((await ecs.Service())["deployments"]![0]!, "rolloutState"));
        Assert.EndsWith("web:2", Text(await ecs.Service(), "taskDefinition"));
        Assert.Contains(await ecs.TasksOf(), task => Text(task!, "taskDefinitionArn").EndsWith("web:1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "strategy": "PURPLE" }""", "strategy should be one of [BLUE_GREEN,CANARY,LINEAR,ROLLING]")]
    [InlineData("""{ "bakeTimeInMinutes": 1441 }""", "bakeTimeInMinutes must be between 0 and 1440.")]
    [InlineData("""{ "strategy": "LINEAR", "linearConfiguration": { "stepPercent": 2 } }""", "stepPercent must be a multiple of 0.1 between 3.0 and 100.0.")]
    [InlineData("""{ "strategy": "CANARY", "canaryConfiguration": { "canaryPercent": 0.25 } }""", "canaryPercent must be a multiple of 0.1 between 0.1 and 100.0.")]
    [InlineData("""{ "lifecycleHooks": [{ "targetType": "PAUSE" }] }""", "A lifecycle hook must have at least one lifecycle stage.")]
    [InlineData("""{ "lifecycleHooks": [{ "lifecycleStages": ["PRE_SCALE_UP"] }] }""", "A lifecycle hook of type AWS_LAMBDA must have a hookTargetArn.")]
    [InlineData("""{ "lifecycleHooks": [{ "targetType": "PAUSE", "lifecycleStages": ["PRE_SCALE_UP"], "timeoutConfiguration": { "timeoutInMinutes": 0 } }] }""", "timeoutInMinutes must be between 1 and 20160.")]
    public async Task ECS_refuses(string configuration, string message)
    {
        using var ecs = await Open("{}");
        Assert.Equal(("InvalidParameterException", message), await ecs.Fail("UpdateService", $$"""{ "service": "web", "deploymentConfiguration": {{configuration}} }"""));
    }

    [Fact]
    public async Task Traffic_is_shifted_step_by_step_only_where_a_load_balancer_or_Service_Connect_does_it()
    {
        using var ecs = await Open("{}");
        var refused = await ecs.Fail("CreateService", """{ "serviceName": "bare", "taskDefinition": "web", "desiredCount": 1, "deploymentConfiguration": { "strategy": "CANARY" } }""");
        Assert.Equal("The deployment strategy CANARY requires a load balancer or Service Connect.", refused.Message);
        await ecs.Call("CreateService", """{ "serviceName": "bare", "taskDefinition": "web", "desiredCount": 1, "deploymentConfiguration": { "strategy": "BLUE_GREEN" } }""");
    }

    [Fact]
    public async Task A_state_saved_in_the_middle_of_a_shift_goes_on_where_it_was()
    {
        using var ecs = await Open("""{ "strategy": "CANARY" }""");
        await Update(ecs);
        ecs.Advance(100);
        using var other = new LocalEcs();
        other.Advance(100);
        await other.Control(HttpMethod.Put, "/_local/state", await ecs.State());
        other.Settle();
        ecs.Settle();
        Assert.Equal("SUCCESSFUL", Text(await Current(other), "status"));
        Assert.Equal((await ecs.Service()).ToJsonString(), (await other.Service()).ToJsonString());
    }

    private static string Pause(string stage, string more = "") =>
        $$"""{ "strategy": "BLUE_GREEN", "lifecycleHooks": [{ "targetType": "PAUSE", "lifecycleStages": ["{{stage}}"] {{more}} }] }""";

    private static string Answer(JsonNode deployment, string hook, string action) =>
        $$"""{ "serviceDeploymentArn": "{{Text(deployment, "serviceDeploymentArn")}}", "hookId": "{{hook}}", "action": "{{action}}" }""";

    /// <summary>A service of two tasks behind a load balancer, first deployed in the plain way.</summary>
    private static async Task<LocalEcs> Open(string configuration)
    {
        var ecs = new LocalEcs();
        await ecs.Instances(3);
        for (var revision = 0; revision < 2; revision++) await ecs.Definition(container: """, "portMappings": [{ "containerPort": 80 }]""");
        await ecs.Call("CreateService", """
            { "serviceName": "web", "taskDefinition": "web:1", "desiredCount": 2, "loadBalancers": [{
              "targetGroupArn": "targets", "containerName": "app", "containerPort": 80,
              "advancedConfiguration": { "alternateTargetGroupArn": "others", "productionListenerRule": "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/2/3", "roleArn": "arn:aws:iam::123456789012:role/elb" }
            }] }
            """);
        ecs.Settle();
        await ecs.Call("UpdateService", $$"""{ "service": "web", "deploymentConfiguration": {{configuration}} }""");
        ecs.Settle();
        return ecs;
    }

    private static Task<JsonNode> Update(LocalEcs ecs) => ecs.Call("UpdateService", """{ "service": "web", "taskDefinition": "web:2", "forceNewDeployment": true }""");

    /// <summary>The stages of the service deployment, by second.</summary>
    private static async Task<List<string>> Watch(LocalEcs ecs, int seconds)
    {
        var seen = new List<string>();
        ecs.Advance(1.1);
        for (var second = 0; second < seconds; second++, ecs.Advance(1))
        {
            var deployment = await Current(ecs);
            var (blue, green, stage) = (deployment["sourceServiceRevisions"]![0]!, deployment["targetServiceRevision"]!, Text(deployment, "lifecycleStage"));
            if (seen.Count > 0 && seen[^1].StartsWith(stage + ':', StringComparison.Ordinal) && stage != "CLEAN_UP") continue;
            if (stage == "CLEAN_UP" && Text(deployment, "status") == "IN_PROGRESS") continue;
            seen.Add($"{stage}: test {Weight(blue, "Test")} to {Weight(green, "Test")}, production {Weight(blue, "Production")} to {Weight(green, "Production")}, {blue["runningTaskCount"]}+{green["runningTaskCount"]} tasks");
            if (stage == "CLEAN_UP") break;
        }

        return seen;
    }

    private static double Weight(JsonNode revision, string kind) => (double?)revision[$"requested{kind}TrafficWeight"] ?? 0;

    private static async Task<List<string>> Ids(LocalEcs ecs) => [.. (await ecs.TasksOf()).Select(task => Text(task!, "taskArn")).Order(StringComparer.Ordinal)];

    private static async Task<JsonNode> Current(LocalEcs ecs)
    {
        var arn = await ecs.NewestDeployment();
        return (await ecs.Call("DescribeServiceDeployments", $$"""{ "serviceDeploymentArns": ["{{arn}}"] }"""))["serviceDeployments"]![0]!;
    }

    private static string Text(JsonNode node, string member) => (string)node[member]!;
}
