namespace EcsTools.Tests.Local;

public class SmokeTests
{
    [Fact]
    public async Task Smoke()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(3);
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 3 }""");
        ecs.Settle();
        Console.WriteLine(await ecs.Service());
        await ecs.Definition();
        await ecs.Call("UpdateService", """{ "service": "web", "taskDefinition": "web" }""");
        ecs.Settle();
        Console.WriteLine(await ecs.Service());
        var s = await ecs.State();
        Console.WriteLine(s);
        var (c, b) = await ecs.Control(HttpMethod.Put, "/_local/state", s);
        Console.WriteLine(c + b);
        Assert.Equal(s, await ecs.State());
    }
}
