using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Configured behaviors of tasks, and the tasks to which they apply.</summary>
public class TaskBehaviorTests
{
    [Fact]
    public async Task An_image_that_cannot_be_pulled_keeps_a_task_from_starting()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "image": "app:1", "pullError": "pull access denied", "pullTime": 4 }] """);
        var task = await Followed.Run(ecs, ("app", ""), ("sidecar", ""));
        Assert.Equal(["4.5 app STOPPED", "4.5 sidecar STOPPED", "4.5 task STOPPED"], await Followed.Passage(ecs, task, 10));
        var stopped = await ecs.Task(task);
        Assert.Equal(("TaskFailedToStart", "CannotPullContainerError: pull access denied"), ((string)stopped["stopCode"]!, (string)stopped["stoppedReason"]!));
        Assert.Equal("CannotPullContainerError: pull access denied", (string)stopped["containers"]![0]!["reason"]!);
        Assert.Equal((4.0, null), ((double)stopped["pullStoppedAt"]! - (double)stopped["pullStartedAt"]!, (double?)stopped["startedAt"]));
    }

    [Fact]
    public async Task A_task_goes_on_without_an_image_that_is_not_essential()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "image": "sidecar:1", "pullError": "not found" }] """);
        var task = await Followed.Run(ecs, ("app", ""), ("sidecar", """, "essential": false"""));
        Assert.Equal(["2.5 sidecar STOPPED", "3.5 app RUNNING", "3.5 task RUNNING"], await Followed.Passage(ecs, task, 10));
    }

    [Fact]
    public async Task Starting_may_take_longer()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "w*b", "startTime": 20 }] """);
        var task = await Followed.Run(ecs, ("app", ""));
        Assert.Equal(["22.5 app RUNNING", "22.5 task RUNNING"], await Followed.Passage(ecs, task, 30));
    }

    [Fact]
    public async Task A_task_told_to_exit_at_once_has_run_all_the_same()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "exitCode": 7 }] """);
        var task = await Followed.Run(ecs, ("app", ""));
        ecs.Settle();
        var stopped = await ecs.Task(task);
        Assert.Equal(("EssentialContainerExited", 7), ((string)stopped["stopCode"]!, (int)stopped["containers"]![0]!["exitCode"]!));
        Assert.NotNull(stopped["startedAt"]);
    }

    [Fact]
    public async Task The_later_behaviour_prevails_in_what_it_says()
    {
        using var ecs = new LocalEcs();
        await ecs.Behave(""" "tasks": [{ "family": "web", "exitCode": 1, "exitAfter": 5 }, { "image": "app:*", "exitCode": 2 }, { "family": "other", "exitCode": 3 }] """);
        var task = await Followed.Run(ecs, ("app", ""));
        Assert.Contains("8.5 app STOPPED 2", await Followed.Passage(ecs, task, 20));
    }

    [Fact]
    public async Task A_count_ends_it_after_so_many_tasks()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Behave(""" "tasks": [{ "family": "web", "exitCode": 1, "count": 2 }] """);
        var run = await ecs.Call("RunTask", """{ "taskDefinition": "web", "count": 5 }""");
        ecs.Settle();
        var status = new List<string>();
        foreach (var task in run["tasks"]!.AsArray()) status.Add((string)(await ecs.Task((string)task!["taskArn"]!))["lastStatus"]!);
        Assert.Equal(["STOPPED", "STOPPED", "RUNNING", "RUNNING", "RUNNING"], status);
        Assert.Equal(2, (int)JsonNode.Parse((await ecs.Control(HttpMethod.Get, "/_local/behavior")).Body)!["tasks"]![0]!["taken"]!);
    }

    [Fact]
    public async Task A_service_gets_over_tasks_that_crash_a_few_times()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Behave(""" "tasks": [{ "service": "web", "exitCode": 1, "exitAfter": 2, "count": 3 }] """);
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 2 }""");
        ecs.Settle();
        var service = await ecs.Service();
        Assert.Equal((2, "COMPLETED"), ((int)service["runningCount"]!, (string)service["deployments"]![0]!["rolloutState"]!));
        Assert.Equal(3, (await ecs.Call("ListTasks", """{ "desiredStatus": "STOPPED" }"""))["taskArns"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_container_with_an_interface_of_its_own_passes_every_state_too()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition(more: """ "networkMode": "awsvpc", """);
        await ecs.Behave(""" "tasks": [{ "family": "web", "exitCode": 0, "exitAfter": 10 }] """);
        var run = await ecs.Call("RunTask", """{ "taskDefinition": "web", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } }""");
        var passage = await Followed.Passage(ecs, (string)run["tasks"]![0]!["taskArn"]!, 30);
        Assert.Equal(
            ["2 task PENDING", "4.5 task ACTIVATING", "5.5 app RUNNING", "5.5 task RUNNING", "15.5 app STOPPED 0", "15.5 task DEPROVISIONING", "16.5 task STOPPED"],
            passage);
    }
}
