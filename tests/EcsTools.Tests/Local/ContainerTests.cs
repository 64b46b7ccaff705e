namespace EcsTools.Tests.Local;

/// <summary>The containers of a task, each by itself.</summary>
public class ContainerTests
{
    private const string NotEssential = """, "essential": false""";

    [Fact]
    public async Task Containers_start_after_those_they_depend_on_and_stop_before_them()
    {
        using var ecs = new LocalEcs();
        var task = await Followed.Run(ecs, ("app", DependsOn("proxy", "START")), ("proxy", DependsOn("init", "SUCCESS")), ("init", NotEssential));
        await ecs.Call("StopTask", $$"""{ "task": "{{task}}" }""");
        await ecs.Behave(""" "tasks": [{ "family": "web", "container": "init", "exitAfter": 4 }] """);
        task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        Assert.Equal(
            ["3.5 init RUNNING", "7.5 init STOPPED 0", "8.5 proxy RUNNING", "9.5 app RUNNING", "9.5 task RUNNING"],
            await Followed.Passage(ecs, task, 20));

        await ecs.Call("StopTask", $$"""{ "task": "{{task}}" }""");
        Assert.Equal(["0.5 task STOPPING", "1.5 app STOPPED 0", "2.5 proxy STOPPED 0", "2.5 task STOPPED"], await Followed.Passage(ecs, task, 10));
    }

    [Fact]
    public async Task A_container_may_wait_for_another_to_be_healthy()
    {
        using var ecs = new LocalEcs();
        var task = await Followed.Run(ecs, ("app", DependsOn("db", "HEALTHY")), ("db", HealthCheck(interval: 5)));
        Assert.Equal(["3.5 db RUNNING", "8.5 db RUNNING HEALTHY", "8.5 task PENDING HEALTHY", "9.5 app RUNNING", "9.5 task RUNNING HEALTHY"], await Followed.Passage(ecs, task, 15));
    }

    [Fact]
    public async Task COMPLETE_is_content_with_any_exit_code_and_SUCCESS_is_not()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "container": "init", "exitCode": 3 }] """);
        var task = await Followed.Run(ecs, ("init", NotEssential), ("app", DependsOn("init", "COMPLETE")));
        Assert.Equal(["3.5 init STOPPED 3", "4.5 app RUNNING", "4.5 task RUNNING"], await Followed.Passage(ecs, task, 8));

        await Followed.Register(ecs, ("init", NotEssential), ("app", DependsOn("init", "SUCCESS")));
        task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        Assert.Equal(["3.5 init STOPPED 3", "3.5 app STOPPED", "3.5 task STOPPED"], await Followed.Passage(ecs, task, 8));
        var stopped = await ecs.Task(task);
        Assert.Equal(("TaskFailedToStart", "Task failed to start"), ((string)stopped["stopCode"]!, (string)stopped["stoppedReason"]!));
        Assert.False(stopped["containers"]![1]!.AsObject().ContainsKey("reason"));
        Assert.Null(stopped["startedAt"]);
    }

    [Fact]
    public async Task A_start_timeout_ends_the_waiting_and_with_it_the_task()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "container": "db", "health": "UNHEALTHY" }] """);
        var task = await Followed.Run(ecs, ("db", HealthCheck(interval: 30) + """, "startTimeout": 10 """), ("app", DependsOn("db", "HEALTHY")));
        Assert.Equal(
            ["3.5 db RUNNING", "12.5 app STOPPED", "13 task STOPPING", "14 db STOPPED 0", "14 task STOPPED"],
            await Followed.Passage(ecs, task, 20));
        Assert.Equal("TaskFailedToStart", (string)(await ecs.Task(task))["stopCode"]!);
    }

    [Fact]
    public async Task A_start_timeout_counts_while_the_container_itself_is_slow_to_start()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "container": "db", "startTime": 60 }] """);
        var task = await Followed.Run(ecs, ("db", """, "startTimeout": 10 """), ("app", DependsOn("db", "START")));
        Assert.Equal(["12.5 app STOPPED", "12.5 db STOPPED", "12.5 task STOPPED"], (await Followed.Passage(ecs, task, 20)).Order());
        Assert.True(ecs.Server.IsSettled);
    }

    [Fact]
    public async Task An_essential_container_that_ends_takes_the_task_with_it()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "image": "app:*", "exitCode": 2, "exitAfter": 30 }] """);
        var task = await Followed.Run(ecs, ("app", ""), ("sidecar", ""));
        Assert.Equal(
            ["3.5 app RUNNING", "3.5 sidecar RUNNING", "3.5 task RUNNING", "33.5 app STOPPED 2", "34 task STOPPING", "35 sidecar STOPPED 0", "35 task STOPPED"],
            await Followed.Passage(ecs, task, 40));
        var stopped = await ecs.Task(task);
        Assert.Equal(("EssentialContainerExited", "Essential container in task exited"), ((string)stopped["stopCode"]!, (string)stopped["stoppedReason"]!));
    }

    [Fact]
    public async Task A_container_that_is_not_essential_ends_alone()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "container": "sidecar", "exitCode": 1, "exitAfter": 5 }] """);
        var task = await Followed.Run(ecs, ("app", ""), ("sidecar", NotEssential));
        Assert.Equal(["3.5 app RUNNING", "3.5 sidecar RUNNING", "3.5 task RUNNING", "8.5 sidecar STOPPED 1"], await Followed.Passage(ecs, task, 60));
        Assert.True(ecs.Server.IsSettled);
    }

    [Theory]
    [InlineData(1, 70, "", 2)] // ran long enough each time
    [InlineData(1, 50, "", 0)] // not long enough
    [InlineData(0, 70, """, "ignoredExitCodes": [0]""", 0)]
    public async Task A_restart_policy_starts_a_container_again(int exitCode, int exitAfter, string more, int restarts)
    {
        using var ecs = new LocalEcs();
        await ecs.Behave($$""" "tasks": [{ "family": "web", "exitCode": {{exitCode}}, "exitAfter": {{exitAfter}} }] """);
        var task = await Followed.Run(ecs, ("app", $$""", "restartPolicy": { "enabled": true, "restartAttemptPeriod": 60 {{more}} }"""));
        ecs.Advance(3.5 + 140 + 5);
        Assert.Equal(restarts > 0 ? "RUNNING" : "STOPPED", (string)(await ecs.Task(task))["lastStatus"]!);
        Assert.Contains($"\"restartCount\": {restarts}", await ecs.State());
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData(""", "stopTimeout": 5""", 5)]
    public async Task A_container_that_ignores_SIGTERM_is_killed_when_its_stop_timeout_is_over(string more, int seconds)
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "ignoresSigterm": true }] """);
        var task = await Followed.Run(ecs, ("app", more));
        ecs.Settle();
        await ecs.Call("StopTask", $$"""{ "task": "{{task}}" }""");
        Assert.Equal(["0.5 task STOPPING", $"{seconds}.5 app STOPPED 137", $"{seconds}.5 task STOPPED"], await Followed.Passage(ecs, task, 40));
    }

    [Theory]
    [InlineData("""{ "containerName": "b", "condition": "READY" }""", "", "condition should be one of")]
    [InlineData("""{ "containerName": "c", "condition": "START" }""", "", "Cannot depend on container + 'c' because it does not exist")]
    [InlineData("""{ "containerName": "b", "condition": "SUCCESS" }""", "", "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container")]
    [InlineData("""{ "containerName": "b", "condition": "HEALTHY" }""", "", "A dependency container with HEALTHY condition must have health check configured")]
    [InlineData("""{ "containerName": "b", "condition": "START" }""", """, "dependsOn": [{ "containerName": "a", "condition": "START" }]""", "Container dependsOn contains a cycle")]
    [InlineData("", """, "healthCheck": { "command": [] }""", "healthCheck.command")]
    [InlineData("", """, "healthCheck": { "command": ["CMD", "x"], "interval": 4 }""", "Health check interval must be greater than or equal to the minimum allowed value 5 for container 'b'")]
    [InlineData("", """, "healthCheck": { "command": ["CMD", "x"], "retries": 11 }""", "Health check retries must be less than or equal to the maximum allowed value 10 for container 'b'")]
    [InlineData("", """, "restartPolicy": { "enabled": true, "restartAttemptPeriod": 59 }""", "The 'restartAttemptPeriod' setting for container 'b' must be between 60 and 1800.")]
    public async Task What_cannot_be_is_refused_at_registration(string dependency, string other, string text)
    {
        using var ecs = new LocalEcs();
        var (type, message) = await ecs.Fail("RegisterTaskDefinition", $$"""
            { "family": "x", "containerDefinitions": [
              { "name": "a", "image": "a", "memory": 8, "dependsOn": [{{dependency}}] },
              { "name": "b", "image": "b", "memory": 8 {{other}} } ] }
            """);
        Assert.Equal("ClientException", type);
        Assert.Contains(text, message);
    }

    [Fact]
    public async Task What_an_agent_reports_of_a_container_lets_those_start_that_wait_for_it()
    {
        using var ecs = new LocalEcs();
        var task = await Followed.Run(ecs, ("init", NotEssential), ("app", DependsOn("init", "SUCCESS")));
        ecs.Settle();
        Assert.Equal("PENDING", (string)(await ecs.Task(task))["lastStatus"]!);
        await ecs.Call("SubmitContainerStateChange", $$"""{ "task": "{{task}}", "containerName": "init", "status": "STOPPED", "exitCode": 0 }""");
        Assert.Equal(["1 app RUNNING", "1 task RUNNING"], await Followed.Passage(ecs, task, 5));
    }

    [Fact]
    public async Task Images_that_an_agent_has_pulled_already_let_containers_start_in_their_order()
    {
        using var ecs = new LocalEcs();
        var task = await Followed.Run(ecs, ("proxy", ""), ("app", DependsOn("proxy", "START")));
        await ecs.Call("SubmitTaskStateChange", $$"""{ "task": "{{task}}", "pullStartedAt": 1, "pullStoppedAt": 2 }""");
        Assert.Equal(["1.5 proxy RUNNING", "2.5 app RUNNING", "2.5 task RUNNING"], await Followed.Passage(ecs, task, 5));
    }

    private static string DependsOn(string name, string condition) => $$""", "dependsOn": [{ "containerName": "{{name}}", "condition": "{{condition}}" }]""";

    private static string HealthCheck(int interval) => $$""", "healthCheck": { "command": ["CMD", "true"], "interval": {{interval}} }""";
}
