using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Deployments whose tasks fail: given up, rolled back, or held back.</summary>
public class CircuitBreakerTests
{
    [Fact]
    public async Task Tasks_that_never_run_trip_the_breaker_which_puts_the_last_completed_revision_back()
    {
        using var ecs = await Open("""{ "enable": true, "rollback": true }""");
        var first = Text((await ecs.Service())["currentServiceRevisions"]![0]!, "arn");
        await Update(ecs);
        ecs.Advance(1.1);
        var failing = Text((await ecs.Service())["deployments"]![0]!, "id");
        Assert.Equal(("MONITORING", 0, 3), Breaker(await Current(ecs)));
        await Crash(ecs, "web:2", 2);
        Assert.Equal(("MONITORING", 2, 3), Breaker(await Current(ecs)));
        Assert.Equal(2, (int)(await ecs.Service())["deployments"]![0]!["failedTasks"]!);
        ecs.Advance(1);
        await Crash(ecs, "web:2", 1);
        ecs.Advance(0);

        var service = await ecs.Service();
        var back = service["deployments"]![0]!;
        Assert.Equal(("IN_PROGRESS", $"ECS deployment circuit breaker: rolling back to deploymentId {Text(back, "id")}."), (Text(back, "rolloutState"), Text(back, "rolloutStateReason")));
        Assert.EndsWith("web:1", Text(service, "taskDefinition"));
        var deployment = await Current(ecs);
        Assert.Equal("ROLLBACK_IN_PROGRESS", Text(deployment, "status"));
        Assert.Equal((first, "ECS deployment circuit breaker: tasks failed to start."), (Text(deployment["rollback"]!, "serviceRevisionArn"), Text(deployment["rollback"]!, "reason")));
        Assert.Equal(("TRIGGERED", 3, 3), Breaker(deployment));

        ecs.Settle();
        Assert.Equal("ROLLBACK_SUCCESSFUL", Text(await Current(ecs), "status"));
        Assert.All(await ecs.TasksOf(), task => Assert.EndsWith("web:1", Text(task!, "taskDefinitionArn")));
        Assert.Equal(
            [
                "(service web) has reached a steady state.",
                $"(service web) (deployment {Text(back, "id")}) deployment completed.",
                $"(service web) rolling back to deployment {Text(back, "id")}.",
                $"(service web) (deployment {failing}) deployment failed: tasks failed to start.",
            ],
            (await Events(ecs)).Where(message => !message.Contains(" tasks: ", StringComparison.Ordinal)).Take(4));
    }

    [Fact]
    public async Task Without_rollback_a_failed_deployment_starts_nothing_more_and_the_service_stays_as_it_is()
    {
        using var ecs = await Open("""{ "enable": true, "rollback": false }""");
        await Update(ecs);
        await CrashUntilSettled(ecs, "web:2");
        var service = await ecs.Service();
        Assert.Equal("ECS deployment circuit breaker: tasks failed to start.", Text(service["deployments"]![0]!, "rolloutStateReason"));
        Assert.Equal(["FAILED", "COMPLETED"], service["deployments"]!.AsArray().Select(deployment => Text(deployment!, "rolloutState")));
        Assert.Equal(("STOPPED", "TRIGGERED"), (Text(await Current(ecs), "status"), Breaker(await Current(ecs)).Status));
        Assert.All(await ecs.TasksOf(), task => Assert.EndsWith("web:1", Text(task!, "taskDefinitionArn")));
        Assert.Equal(4, (int)service["runningCount"]!);

        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 3 }""");
        ecs.Settle();
        Assert.Equal(3, (int)(await ecs.Service())["runningCount"]!);
        await ecs.Call("UpdateService", """{ "service": "web", "taskDefinition": "web:1" }""");
        ecs.Settle();
        Assert.Equal("COMPLETED", Text(Assert.Single((await ecs.Service())["deployments"]!.AsArray())!, "rolloutState"));
    }

    [Fact]
    public async Task With_no_completed_deployment_there_is_nothing_to_roll_back_to()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await Create(ecs, 1, """{ "enable": true, "rollback": true }""");
        await CrashUntilSettled(ecs, "web:1");
        var deployment = await Current(ecs);
        Assert.Equal("ROLLBACK_FAILED", Text(deployment, "status"));
        Assert.Null(deployment["rollback"]);
        Assert.Equal("FAILED", Text(Assert.Single((await ecs.Service())["deployments"]!.AsArray())!, "rolloutState"));
        Assert.Equal(0, (int)(await ecs.Service())["runningCount"]!);
    }

    [Fact]
    public async Task A_rollback_whose_tasks_fail_too_has_failed()
    {
        using var ecs = await Open("""{ "enable": true, "rollback": true }""");
        await Update(ecs);
        await CrashUntilSettled(ecs, "");
        Assert.Equal("ROLLBACK_FAILED", Text(await Current(ecs), "status"));
        Assert.Equal("FAILED", Text((await ecs.Service())["deployments"]![0]!, "rolloutState"));
    }

    [Theory]
    [InlineData("BOUNDED_PERCENT", 100, 4)]
    [InlineData("BOUNDED_PERCENT", 10, 3)]
    [InlineData("UNBOUNDED_PERCENT", 10, 1)]
    [InlineData("COUNT", 6, 6)]
    public async Task Each_threshold_type_counts_its_own_way(string type, int value, int threshold)
    {
        using var ecs = await Open($$"""{ "enable": true, "rollback": false, "thresholdConfiguration": { "type": "{{type}}", "value": {{value}} } }""");
        await Update(ecs);
        ecs.Advance(1.1);
        for (var failure = 1; failure <= threshold; failure++)
        {
            Assert.Equal(("MONITORING", failure - 1, threshold), Breaker(await Current(ecs)));
            await Crash(ecs, "web:2", 1);
            ecs.Advance(0);
        }

        Assert.Equal(("TRIGGERED", threshold, threshold), Breaker(await Current(ecs)));
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 2)]
    public async Task A_healthy_task_resets_the_count_unless_told_not_to(string reset, int failures)
    {
        using var ecs = await Open($$"""{ "enable": true, "rollback": false, "resetOnHealthyTask": {{reset}} }""");
        await Update(ecs);
        ecs.Advance(1.1);
        await Crash(ecs, "web:2", 2);
        ecs.Settle();
        Assert.Equal(("MONITORING_COMPLETE", failures, 3), Breaker(await Current(ecs)));
        Assert.Equal(0, (int)(await ecs.Service())["deployments"]![0]!["failedTasks"]!);
    }

    [Fact]
    public async Task Where_it_is_not_enabled_failures_are_counted_and_nothing_is_given_up()
    {
        using var ecs = await Open("""{ "enable": false, "rollback": false }""");
        await Update(ecs);
        ecs.Advance(1.1);
        await Crash(ecs, "web:2", 4);
        ecs.Advance(1);
        Assert.Equal(("DISABLED", 0, 3), Breaker(await Current(ecs)));
        Assert.Equal(4, (int)(await ecs.Service())["deployments"]![0]!["failedTasks"]!);
        ecs.Settle();
        Assert.Equal("SUCCESSFUL", Text(await Current(ecs), "status"));
    }

    [Fact]
    public async Task Alarms_are_kept_and_shown_as_monitored()
    {
        using var ecs = await Open("""{ "enable": false, "rollback": false }""");
        await ecs.Call("UpdateService", """
            { "service": "web", "forceNewDeployment": true, "deploymentConfiguration": { "alarms": { "alarmNames": ["too-hot"], "enable": true, "rollback": true } } }
            """);
        Assert.Equal("""{"status":"MONITORING","alarmNames":["too-hot"],"triggeredAlarmNames":[]}""", (await Current(ecs))["alarms"]!.ToJsonString());
        ecs.Settle();
        Assert.Equal("MONITORING_COMPLETE", Text((await Current(ecs))["alarms"]!, "status"));
    }

    [Fact]
    public async Task A_service_whose_tasks_never_run_waits_longer_and_longer_until_it_is_updated()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await Create(ecs, 1, """{ "enable": false, "rollback": false }""");
        var waits = new List<double>();
        ecs.Advance(1.1);
        for (var failure = 0; failure < 12; failure++)
        {
            await Crash(ecs, "web:1", 1);
            waits.Add(await Waited(ecs));
        }

        Assert.Equal([0, 0, 10, 20, 40, 80, 160, 320, 640, 1280, 1620, 1620], waits);
        Assert.Single(await Events(ecs), message => message.StartsWith("(service web) is unable to consistently start tasks successfully.", StringComparison.Ordinal));
        await Crash(ecs, "web:1", 1);
        ecs.Advance(10);
        Assert.Empty(await ecs.TasksOf());
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        ecs.Advance(1.1);
        Assert.Single(await ecs.TasksOf());
        ecs.Settle();
        Assert.Equal(1, (int)(await ecs.Service())["runningCount"]!);

        async Task<double> Waited(LocalEcs ecs)
        {
            ecs.Advance(0);
            var waited = 0.0;
            for (; (await ecs.TasksOf()).Count == 0; waited += 10) ecs.Advance(10);
            return waited;
        }
    }

    [Fact]
    public async Task A_task_that_ran_before_it_ended_holds_nothing_back()
    {
        using var ecs = await Open("""{ "enable": true, "rollback": true }""");
        await Update(ecs);
        for (var crash = 0; crash < 10; crash++)
        {
            ecs.Advance(6);
            await Crash(ecs, "web:2", 4, anyState: true);
        }

        ecs.Settle();
        Assert.Equal("SUCCESSFUL", Text(await Current(ecs), "status"));
        Assert.Null((await ecs.Service())["deployments"]!.AsArray().FirstOrDefault(deployment => Text(deployment!, "rolloutState") == "FAILED"));
    }

    [Fact]
    public async Task Tasks_that_a_user_stops_before_they_run_are_no_failures()
    {
        using var ecs = await Open("""{ "enable": true, "rollback": true }""");
        await Update(ecs);
        for (var round = 0; round < 10; round++)
        {
            ecs.Advance(1.1);
            var starting = (await ecs.TasksOf()).Where(task => Text(task!, "taskDefinitionArn").EndsWith("web:2", StringComparison.Ordinal) && Text(task!, "lastStatus") != "RUNNING").ToList();
            Assert.NotEmpty(starting);
            foreach (var task in starting) await ecs.Call("StopTask", $$"""{ "task": "{{Text(task!, "taskArn")}}" }""");
        }

        Assert.Equal(("MONITORING", 0, 3), Breaker(await Current(ecs)));
        ecs.Settle();
        Assert.Equal("SUCCESSFUL", Text(await Current(ecs), "status"));
        Assert.DoesNotContain(await Events(ecs), message => message.Contains("unable to consistently start tasks", StringComparison.Ordinal));
    }

    private static async Task<LocalEcs> Open(string breaker)
    {
        var ecs = new LocalEcs();
        await ecs.Instances(3);
        await ecs.Definition();
        await ecs.Definition();
        await Create(ecs, 4, breaker);
        ecs.Settle();
        return ecs;
    }

    private static Task<JsonNode> Create(LocalEcs ecs, int count, string breaker) => ecs.Call("CreateService", $$"""
        { "serviceName": "web", "taskDefinition": "web:1", "desiredCount": {{count}}, "deploymentConfiguration": { "deploymentCircuitBreaker": {{breaker}} } }
        """);

    private static Task<JsonNode> Update(LocalEcs ecs) => ecs.Call("UpdateService", """{ "service": "web", "taskDefinition": "web:2" }""");

    /// <summary>Lets the agents report that tasks of a revision which do not run yet have stopped.</summary>
    private static async Task<int> Crash(LocalEcs ecs, string revision, int count, bool anyState = false)
    {
        var tasks = (await ecs.TasksOf()).Where(task => Text(task!, "taskDefinitionArn").EndsWith(revision, StringComparison.Ordinal) && (anyState || Text(task!, "lastStatus") != "RUNNING"));
        var crashed = tasks.Take(count).Select(task => Text(task!, "taskArn")).ToList();
        foreach (var task in crashed) await ecs.Call("SubmitTaskStateChange", $$"""{ "task": "{{task}}", "status": "STOPPED" }""");
        return crashed.Count;
    }

    private static async Task CrashUntilSettled(LocalEcs ecs, string revision)
    {
        for (var step = 0; step < 200; step++)
        {
            ecs.Advance(1);
            await Crash(ecs, revision, int.MaxValue);
        }

        ecs.Settle();
    }

    private static async Task<JsonNode> Current(LocalEcs ecs)
    {
        var arn = await ecs.NewestDeployment();
        return (await ecs.Call("DescribeServiceDeployments", $$"""{ "serviceDeploymentArns": ["{{arn}}"] }"""))["serviceDeployments"]![0]!;
    }

    private static (string Status, int Failures, int Threshold) Breaker(JsonNode deployment)
    {
        var breaker = deployment["deploymentCircuitBreaker"]!;
        return (Text(breaker, "status"), (int)breaker["failureCount"]!, (int)breaker["threshold"]!);
    }

    private static async Task<List<string>> Events(LocalEcs ecs) => [.. (await ecs.Service())["events"]!.AsArray().Select(e => Text(e!, "message"))];

    private static string Text(JsonNode node, string member) => (string)node[member]!;
}
