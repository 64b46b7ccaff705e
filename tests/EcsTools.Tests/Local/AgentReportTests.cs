namespace EcsTools.Tests.Local;

/// <summary>The reports of container agents about tasks.</summary>
public sealed class AgentReportTests
{
    [Theory]
    [InlineData("", "Essential container in task exited")]
    [InlineData(""", "reason": "the host was rebooted" """, "the host was rebooted")]
    public async Task A_task_that_has_stopped_has_the_reason_of_the_report(string reason, string expected)
    {
        using var ecs = await Open();
        var task = await Run(ecs);
        await ecs.Call("SubmitTaskStateChange", $$"""{ "task": "{{task}}", "status": "STOPPED" {{reason}} }""");
        ecs.Settle();
        Assert.Equal(expected, (string)(await ecs.Task(task))["stoppedReason"]!);
    }

    [Fact]
    public async Task A_managed_agent_has_started_when_it_is_reported_running()
    {
        using var ecs = await Open();
        var task = await Run(ecs);
        Assert.Equal(("RUNNING", true), await Report("RUNNING"));
        Assert.Equal(("STOPPED", false), await Report("STOPPED"));

        async Task<(string Status, bool HasStarted)> Report(string status)
        {
            await ecs.Call("SubmitTaskStateChange", $$"""{ "task": "{{task}}", "managedAgents": [{ "containerName": "app", "managedAgentName": "ExecuteCommandAgent", "status": "{{status}}" }] }""");
            var agent = (await ecs.Task(task))["containers"]![0]!["managedAgents"]!.AsArray().Single()!;
            return ((string)agent["lastStatus"]!, agent["lastStartedAt"] is not null);
        }
    }

    private static async Task<LocalEcs> Open()
    {
        var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        return ecs;
    }

    private static async Task<string> Run(LocalEcs ecs)
    {
        var run = await ecs.Call("RunTask", """{ "taskDefinition": "web" }""");
        ecs.Settle();
        return (string)run["tasks"]![0]!["taskArn"]!;
    }
}
