namespace EcsTools.Tests.Local;

/// <summary>When a task set is stable, and when it is gone.</summary>
public sealed class TaskSetStabilityTests
{
    private const string OfService = """ "cluster": "default", "service": "ext" """;

    [Fact]
    public async Task A_task_set_whose_tasks_are_unhealthy_is_not_stable()
    {
        using var ecs = await Open(""", "healthCheck": { "command": ["CMD", "x"] } """);
        await ecs.Behave(""" "tasks": [{ "family": "web", "health": "UNHEALTHY", "healthAfter": 1 }] """);
        var id = await Create(ecs);
        for (var second = 0; second < 60; second++)
        {
            ecs.Advance(1);
            if ((string?)await Stability(ecs, id) == "STEADY_STATE") Assert.All(await ecs.TasksOf("ext"), task => Assert.Equal("HEALTHY", (string)task!["healthStatus"]!));
        }

        Assert.NotEqual("STEADY_STATE", await Stability(ecs, id));
    }

    [Fact]
    public async Task A_task_set_that_is_deleted_drains_until_its_last_task_has_stopped()
    {
        using var ecs = await Open();
        var id = await Create(ecs);
        ecs.Settle();
        Assert.Equal("STEADY_STATE", await Stability(ecs, id));
        await ecs.Call("DeleteTaskSet", $$"""{ {{OfService}}, "taskSet": "{{id}}", "force": true }""");
        ecs.Advance(0);
        Assert.Equal("DRAINING", (string)(await ecs.Service("ext"))["taskSets"]!.AsArray().Single()!["status"]!);
        ecs.Settle();
        Assert.Empty((await ecs.Service("ext"))["taskSets"]!.AsArray());
    }

    private static async Task<LocalEcs> Open(string container = "")
    {
        var ecs = new LocalEcs();
        await ecs.Instances(3);
        await ecs.Definition(container: container);
        await ecs.Call("CreateService", """{ "serviceName": "ext", "desiredCount": 2, "deploymentController": { "type": "EXTERNAL" } }""");
        return ecs;
    }

    private static async Task<string> Create(LocalEcs ecs) =>
        (string)(await ecs.Call("CreateTaskSet", $$"""{ {{OfService}}, "taskDefinition": "web:1", "scale": { "value": 100, "unit": "PERCENT" } }"""))["taskSet"]!["id"]!;

    private static async Task<string> Stability(LocalEcs ecs, string id) =>
        (string)(await ecs.Call("DescribeTaskSets", $$"""{ {{OfService}}, "taskSets": ["{{id}}"] }"""))["taskSets"]![0]!["stabilityStatus"]!;
}
