namespace EcsTools.Tests.Local;

/// <summary>The ports of a container instance that its tasks share.</summary>
public sealed class HostPortTests
{
    private const int FirstDynamic = 32768;

    [Fact]
    public async Task A_port_that_a_container_was_given_is_free_again_when_its_task_has_stopped()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition("any", container: """, "portMappings": [{ "containerPort": 80 }] """);
        var first = await Run(ecs, "any");
        ecs.Settle();
        Assert.Equal(FirstDynamic, await Port(ecs, first!));
        var second = await Run(ecs, "any");
        ecs.Settle();
        Assert.Equal(FirstDynamic + 1, await Port(ecs, second!));
        await ecs.Call("StopTask", $$"""{ "task": "{{first}}" }""");
        ecs.Settle();
        var third = await Run(ecs, "any");
        ecs.Settle();
        Assert.Equal(FirstDynamic, await Port(ecs, third!));
    }

    [Fact]
    public async Task A_task_does_not_get_a_port_that_another_one_was_given()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition("any", container: """, "portMappings": [{ "containerPort": 80 }] """);
        await ecs.Definition("fixed", container: $$""", "portMappings": [{ "containerPort": 80, "hostPort": {{FirstDynamic}} }] """);
        var given = await Run(ecs, "any");
        ecs.Settle();
        Assert.Null(await Run(ecs, "fixed"));
        await ecs.Call("StopTask", $$"""{ "task": "{{given}}" }""");
        ecs.Settle();
        Assert.NotNull(await Run(ecs, "fixed"));
    }

    private static async Task<string?> Run(LocalEcs ecs, string family) =>
        (string?)(await ecs.Call("RunTask", $$"""{ "taskDefinition": "{{family}}" }"""))["tasks"]!.AsArray().SingleOrDefault()?["taskArn"];

    private static async Task<int> Port(LocalEcs ecs, string task) => (int)(await ecs.Task(task))["containers"]![0]!["networkBindings"]!.AsArray().Single()!["hostPort"]!;
}
