using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Tasks with scale-in protection.</summary>
public class TaskProtectionTests
{
    [Fact]
    public async Task Protection_lasts_two_hours_unless_told_otherwise()
    {
        using var ecs = await Open(1);
        var task = (await Tasks(ecs))[0];
        var set = (await Protect(ecs, [task]))["protectedTasks"]![0]!;
        Assert.Equal((task, true), ((string)set["taskArn"]!, (bool)set["protectionEnabled"]!));
        Assert.Equal(set.ToJsonString(), (await Get(ecs, task)).ToJsonString());
        var longer = (await Protect(ecs, [task], """, "expiresInMinutes": 180"""))["protectedTasks"]![0]!;
        Assert.Equal(3600, (double)longer["expirationDate"]! - (double)set["expirationDate"]!);

        ecs.Advance((180 * 60) - 1);
        Assert.True((bool)(await Get(ecs, task))["protectionEnabled"]!);
        ecs.Advance(1);
        var over = await Get(ecs, task);
        Assert.False((bool)over["protectionEnabled"]!);
        Assert.Null(over["expirationDate"]);
    }

    [Fact]
    public async Task Scaling_in_takes_the_others()
    {
        using var ecs = await Open(4);
        var chosen = (await Tasks(ecs))[1];
        await Protect(ecs, [chosen]);
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 1 }""");
        ecs.Settle();
        Assert.Equal([chosen], await Tasks(ecs));
    }

    [Fact]
    public async Task More_protected_tasks_than_desired_ones_stay_until_their_protection_expires()
    {
        using var ecs = await Open(3);
        var tasks = await Tasks(ecs);
        await Protect(ecs, tasks[..2], """, "expiresInMinutes": 30""");
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 1 }""");
        ecs.Advance(60);
        Assert.Equal(tasks[..2], await Tasks(ecs));
        Assert.Equal("(service web) was unable to scale in. Reason: The number of protected tasks are more than the desired count of tasks.", await Newest(ecs));
        var blocked = (await Protect(ecs, [tasks[0]]))["failures"]![0]!;
        Assert.Equal((tasks[0], "DEPLOYMENT_BLOCKED"), ((string)blocked["arn"]!, (string)blocked["reason"]!));

        ecs.Advance(30 * 60);
        Assert.Single(await Tasks(ecs));
        ecs.Settle();
        Assert.Equal("(service web) has reached a steady state.", await Newest(ecs));
    }

    [Fact]
    public async Task A_deployment_replaces_the_others_and_waits()
    {
        using var ecs = await Open(2);
        var tasks = await Tasks(ecs);
        await Protect(ecs, [tasks[0]]);
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        ecs.Advance(120);
        var service = await ecs.Service();
        Assert.Equal("IN_PROGRESS", (string)service["deployments"]![0]!["rolloutState"]!);
        Assert.Equal([2, 1], service["deployments"]!.AsArray().Select(deployment => (int)deployment!["runningCount"]!));
        Assert.Contains(tasks[0], await Tasks(ecs));

        await Protect(ecs, [tasks[0]], isEnabled: false);
        ecs.Settle();
        Assert.Equal("COMPLETED", (string)Assert.Single((await ecs.Service())["deployments"]!.AsArray())!["rolloutState"]!);
        Assert.DoesNotContain(tasks[0], await Tasks(ecs));
    }

    [Fact]
    public async Task Users_may_stop_a_protected_task_and_a_forced_deletion_takes_it_along()
    {
        using var ecs = await Open(2);
        var tasks = await Tasks(ecs);
        await Protect(ecs, tasks);
        await ecs.Call("StopTask", $$"""{ "task": "{{tasks[0]}}" }""");
        ecs.Settle();
        Assert.DoesNotContain(tasks[0], await Tasks(ecs));
        await ecs.Call("DeleteService", """{ "service": "web", "force": true }""");
        ecs.Settle();
        Assert.Equal("INACTIVE", (string)(await ecs.Service())["status"]!);
    }

    [Fact]
    public async Task What_is_no_task_of_a_service_is_a_failure()
    {
        using var ecs = await Open(1);
        var alone = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        const string missing = "arn:aws:ecs:us-east-1:123456789012:task/default/00000000000000000000000000000000";
        var expected = $$"""[{"arn":"{{alone}}","reason":"TASK_NOT_VALID"},{"arn":"{{missing}}","reason":"MISSING"}]""";
        Assert.Equal(expected, (await Protect(ecs, [alone, missing]))["failures"]!.ToJsonString());
        Assert.Equal(expected, (await ecs.Call("GetTaskProtection", $$"""{ "cluster": "default", "tasks": ["{{alone}}", "{{missing}}"] }"""))["failures"]!.ToJsonString());
    }

    [Theory]
    [InlineData("GetTaskProtection", """{ "cluster": "default" }""", "InvalidParameterException", "Tasks cannot be empty.")]
    [InlineData("GetTaskProtection", """{ "cluster": "nope", "tasks": ["a"] }""", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("GetTaskProtection", """{ "cluster": "default", "tasks": ["a"] }""", "InvalidParameterException", "taskId length should be one of [32,36]")]
    [InlineData("UpdateTaskProtection", """{ "cluster": "default", "protectionEnabled": true, "tasks": ["1","2","3","4","5","6","7","8","9","10","11"] }""", "InvalidParameterException", "taskIds can have at most 10 items.")]
    [InlineData("UpdateTaskProtection", """{ "cluster": "default", "tasks": ["a"] }""", "InvalidParameterException", "ProtectionEnabled is missing")]
    [InlineData("UpdateTaskProtection", """{ "cluster": "default", "tasks": ["a"], "protectionEnabled": true, "expiresInMinutes": 0 }""", "InvalidParameterException", "expiresInMinutes must be between 1 and 2880.")]
    [InlineData("UpdateTaskProtection", """{ "cluster": "default", "tasks": ["a"], "protectionEnabled": true, "expiresInMinutes": 2881 }""", "InvalidParameterException", "expiresInMinutes must be between 1 and 2880.")]
    public async Task ECS_refuses(string operation, string request, string type, string message)
    {
        using var ecs = await Open(0);
        Assert.Equal((type, message), await ecs.Fail(operation, request));
    }

    private static async Task<LocalEcs> Open(int count)
    {
        var ecs = new LocalEcs();
        await ecs.Instances(2);
        await ecs.Definition();
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": {{count}} }""");
        ecs.Settle();
        return ecs;
    }

    private static async Task<List<string>> Tasks(LocalEcs ecs) => [.. (await ecs.Call("ListTasks", """{ "serviceName": "web" }"""))["taskArns"]!.AsArray().Select(arn => (string)arn!)];

    private static Task<JsonNode> Protect(LocalEcs ecs, List<string> tasks, string more = "", bool isEnabled = true) => ecs.Call(
        "UpdateTaskProtection", $$"""{ "cluster": "default", "tasks": ["{{string.Join("\",\"", tasks)}}"], "protectionEnabled": {{(isEnabled ? "true" : "false")}} {{more}} }""");

    private static async Task<JsonNode> Get(LocalEcs ecs, string task) =>
        (await ecs.Call("GetTaskProtection", $$"""{ "cluster": "default", "tasks": ["{{task}}"] }"""))["protectedTasks"]![0]!;

    private static async Task<string> Newest(LocalEcs ecs) => (string)(await ecs.Service())["events"]![0]!["message"]!;
}
