using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Sessions to containers.</summary>
public class ExecuteCommandTests
{
    [Fact]
    public async Task A_running_task_that_allows_it_gives_a_session()
    {
        using var ecs = new LocalEcs();
        var task = await Run(ecs, isEnabled: true);
        ecs.Settle();
        var answer = await ecs.Call("ExecuteCommand", $$"""{ "task": "{{task}}", "command": "/bin/sh", "interactive": true }""");
        Assert.Equal(("app", task, true), ((string)answer["containerName"]!, (string)answer["taskArn"]!, (bool)answer["interactive"]!));
        var session = answer["session"]!;
        Assert.StartsWith("ecs-execute-command-", (string)session["sessionId"]!);
        Assert.Contains((string)session["sessionId"]!, (string)session["streamUrl"]!);
        Assert.Matches("^[0-9a-f]{64}$", (string)session["tokenValue"]!);
        Assert.Equal(("ws", ecs.Server.Url.Authority), (new Uri((string)session["streamUrl"]!).Scheme, new Uri((string)session["streamUrl"]!).Authority)); // nothing leads out of this machine
        var agent = (await ecs.Task(task))["containers"]![0]!["managedAgents"]![0]!;
        Assert.Equal(("ExecuteCommandAgent", "RUNNING"), ((string)agent["name"]!, (string)agent["lastStatus"]!));
    }

    [Fact]
    public async Task Without_being_enabled_it_is_refused_as_ECS_words_it()
    {
        using var ecs = new LocalEcs();
        var task = await Run(ecs, isEnabled: false);
        ecs.Settle();
        Assert.Equal(
            ("InvalidParameterException",
             "The execute command failed because execute command was not enabled when the task was run or the execute command agent isn\u2019t running. "
             + "Wait and try again or run a new task with execute command enabled and try again."),
            await ecs.Fail("ExecuteCommand", $$"""{ "task": "{{task}}", "command": "sh", "interactive": true }"""));
        Assert.Null((await ecs.Task(task))["containers"]![0]!["managedAgents"]);
    }

    [Fact]
    public async Task A_task_that_does_not_run_is_not_connected()
    {
        using var ecs = new LocalEcs();
        var task = await Run(ecs, isEnabled: true);
        Assert.Equal("TargetNotConnectedException", (await ecs.Fail("ExecuteCommand", $$"""{ "task": "{{task}}", "command": "sh", "interactive": true }""")).Type);
        ecs.Settle();
        await ecs.Call("StopTask", $$"""{ "task": "{{task}}" }""");
        Assert.Equal("TargetNotConnectedException", (await ecs.Fail("ExecuteCommand", $$"""{ "task": "{{task}}", "command": "sh", "interactive": true }""")).Type);
    }

    [Theory]
    [InlineData(""" "command": "", "interactive": true """, "Command can not be blank.")]
    [InlineData(""" "command": "sh", "interactive": false """, "Interactive is the only mode supported currently.")]
    [InlineData(""" "command": "sh", "interactive": true, "container": "db" """, "The task has no container named db.")]
    public async Task What_is_asked_wrongly_is_refused(string request, string message)
    {
        using var ecs = new LocalEcs();
        var task = await Run(ecs, isEnabled: true);
        ecs.Settle();
        Assert.Equal(("InvalidParameterException", message), await ecs.Fail("ExecuteCommand", $$"""{ "task": "{{task}}", {{request}} }"""));
    }

    [Fact]
    public async Task An_unknown_task_is_refused()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        Assert.Equal(
            ("InvalidParameterException", "The referenced task was not found."),
            await ecs.Fail("ExecuteCommand", """{ "task": "00000000000000000000000000000000", "command": "sh", "interactive": true }"""));
    }

    [Fact]
    public async Task One_of_several_containers_must_be_named()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Call("RegisterTaskDefinition", """
            { "family": "pair", "taskRoleArn": "arn:aws:iam::123456789012:role/r", "containerDefinitions": [{ "name": "a", "image": "i", "memory": 8 }, { "name": "b", "image": "i", "memory": 8 }] }
            """);
        var task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "pair", "enableExecuteCommand": true }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Settle();
        Assert.Equal(
            "The task has several containers. Specify the name of one of them and try again.",
            (await ecs.Fail("ExecuteCommand", $$"""{ "task": "{{task}}", "command": "sh", "interactive": true }""")).Message);
        var answer = await ecs.Call("ExecuteCommand", $$"""{ "task": "{{task}}", "command": "sh", "interactive": true, "container": "b" }""");
        Assert.Equal("b", (string)answer["containerName"]!);
    }

    private static async Task<string> Run(LocalEcs ecs, bool isEnabled)
    {
        await ecs.Instances(1);
        await ecs.Definition(more: """ "taskRoleArn": "arn:aws:iam::123456789012:role/r", """);
        var started = await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", "enableExecuteCommand": {{(isEnabled ? "true" : "false")}} }""");
        return (string)started["tasks"]![0]!["taskArn"]!;
    }
}
