using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Health checks of containers: what they make of a task, and what its service makes of that.</summary>
public class ContainerHealthTests
{
    // Checks every 10 seconds; one that fails takes 5; 3 failures make a container unhealthy.
    private const string Checked = """, "healthCheck": { "command": ["CMD", "true"], "interval": 10 }""";

    [Theory]
    [InlineData("", "13.5 RUNNING HEALTHY")]
    [InlineData("UNHEALTHY", "48.5 RUNNING UNHEALTHY")] // failures from 10, 25 and 40 on
    public async Task A_health_check_decides_after_its_interval_and_retries(string health, string expected)
    {
        using var ecs = new LocalEcs();
        if (health.Length > 0) await ecs.Behave($$""" "tasks": [{ "family": "web", "health": "{{health}}" }] """);
        var task = await Followed.Run(ecs, ("app", Checked));
        Assert.Equal(["3.5 RUNNING", expected], Of("task", await Followed.Passage(ecs, task, 200)));
        Assert.True(ecs.Server.IsSettled);
    }

    [Fact]
    public async Task Failures_in_the_start_period_do_not_count()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "health": "UNHEALTHY" }] """);
        var task = await Followed.Run(ecs, ("app", Checked.Replace("10", "10, \"startPeriod\": 30", StringComparison.Ordinal)));
        Assert.Equal(["3.5 RUNNING", "78.5 RUNNING UNHEALTHY"], Of("task", await Followed.Passage(ecs, task, 120))); // counted from 40, 55 and 70 on
    }

    [Fact]
    public async Task A_container_may_fall_ill_later_or_become_well_later()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "container": "app", "health": "UNHEALTHY", "healthAfter": 60 }, { "family": "web", "container": "slow", "health": "HEALTHY", "healthAfter": 60 }] """);
        var task = await Followed.Run(ecs, ("app", Checked), ("slow", Checked));
        var passage = await Followed.Passage(ecs, task, 200);
        Assert.Equal(["3.5 RUNNING", "13.5 RUNNING HEALTHY", "98.5 RUNNING UNHEALTHY"], Of("app", passage)); // failures from 60, 75 and 90 on
        Assert.Equal(["3.5 RUNNING", "48.5 RUNNING UNHEALTHY", "73.5 RUNNING HEALTHY"], Of("slow", passage));
        Assert.Equal(["3.5 RUNNING", "48.5 RUNNING UNHEALTHY", "73.5 RUNNING HEALTHY", "98.5 RUNNING UNHEALTHY"], Of("task", passage));
    }

    [Fact]
    public async Task Only_essential_containers_make_a_task_ill_and_one_that_nothing_checks_leaves_it_unknown()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "container": "sidecar", "health": "UNHEALTHY" }] """);
        var task = await Followed.Run(ecs, ("app", Checked), ("sidecar", Checked + """, "essential": false"""));
        ecs.Settle();
        Assert.Equal("HEALTHY", (string)(await ecs.Task(task))["healthStatus"]!);

        await Followed.Register(ecs, ("app", Checked), ("sidecar", ""));
        task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Settle();
        var described = await ecs.Task(task);
        Assert.Equal(["HEALTHY", "UNKNOWN"], described["containers"]!.AsArray().Select(container => (string)container!["healthStatus"]!));
        Assert.Equal("HEALTHY", (string)described["healthStatus"]!);
    }

    [Fact]
    public async Task A_service_is_steady_when_its_tasks_are_healthy_and_replaces_those_that_fall_ill()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await Followed.Register(ecs, ("app", Checked));
        await ecs.Behave(""" "tasks": [{ "service": "web", "health": "UNHEALTHY", "healthAfter": 60, "count": 1 }] """);
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 2 }""");
        ecs.Advance(1 + 3.5 + 9);
        Assert.Equal("IN_PROGRESS", await Rollout());
        ecs.Advance(2);
        Assert.Equal("COMPLETED", await Rollout());

        var before = (await ecs.TasksOf()).Select(task => (string)task!["taskArn"]!).ToList();
        ecs.Settle();
        var after = (await ecs.TasksOf()).Select(task => (string)task!["taskArn"]!).ToList();
        Assert.Equal(2, after.Count);
        var replaced = await ecs.Task(Assert.Single(before.Except(after)));
        Assert.Equal(("ServiceSchedulerInitiated", "Task failed container health checks", "UNHEALTHY"),
            ((string)replaced["stopCode"]!, (string)replaced["stoppedReason"]!, (string)replaced["healthStatus"]!));

        async Task<string> Rollout() => (string)(await ecs.Service())["deployments"]![0]!["rolloutState"]!;
    }

    [Fact]
    public async Task A_deployment_waits_for_health_before_it_stops_what_serves()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(2);
        await Followed.Register(ecs, ("app", Checked));
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 2 }""");
        ecs.Settle();
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        ecs.Advance(10);
        Assert.Equal(4, Running(await ecs.Service()));
        ecs.Settle();
        Assert.Equal(2, Running(await ecs.Service()));

        static int Running(JsonNode service) => (int)service["runningCount"]!;
    }

    private static IEnumerable<string> Of(string name, List<string> passage) =>
        passage.Where(line => line.Contains($" {name} ", StringComparison.Ordinal)).Select(line => line.Replace($" {name}", "", StringComparison.Ordinal));
}
