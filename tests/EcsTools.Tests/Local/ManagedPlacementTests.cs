namespace EcsTools.Tests.Local;

/// <summary>Managed instances are for the tasks of their capacity provider only.</summary>
public sealed class ManagedPlacementTests
{
    private const string Network = """ "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } """;

    [Fact]
    public async Task Tasks_of_the_launch_type_EC2_and_of_DAEMON_services_do_not_run_on_them()
    {
        using var ecs = await WithOne();
        await ecs.Definition("web");
        Assert.Equal(("InvalidParameterException", "No Container Instances were found in your cluster."), await ecs.Fail("RunTask", """{ "taskDefinition": "web" }"""));
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1, "launchType": "EC2" }""");
        await ecs.Call("CreateService", """{ "serviceName": "daemon", "taskDefinition": "web", "schedulingStrategy": "DAEMON" }""");
        ecs.Advance(60);
        Assert.Equal((0, 0), ((int)(await ecs.Service())["runningCount"]!, (int)(await ecs.Service("daemon"))["desiredCount"]!));
        Assert.Contains("Reason: No Container Instances were found in your cluster.", (string)(await ecs.Service())["events"]![0]!["message"]!, StringComparison.Ordinal);

        await ecs.Instances(1);
        ecs.Settle();
        Assert.Equal((1, 1), ((int)(await ecs.Service())["runningCount"]!, (int)(await ecs.Service("daemon"))["runningCount"]!));
    }

    [Theory]
    [InlineData("", "awsvpc")]
    [InlineData(""" "networkMode": "host", """, "host")]
    public async Task A_task_definition_that_requires_them_is_for_them_and_has_awsvpc_by_default(string mode, string expected)
    {
        using var ecs = new LocalEcs();
        var answer = await ecs.Call("RegisterTaskDefinition", $$"""{ "family": "f", {{mode}} "requiresCompatibilities": ["MANAGED_INSTANCES"], "containerDefinitions": [{ "name": "a", "image": "a", "memory": 64, "portMappings": [{ "containerPort": 80 }] }] }""");
        var definition = answer["taskDefinition"]!;
        Assert.Equal((expected, 80), ((string?)definition["networkMode"], (int)definition["containerDefinitions"]![0]!["portMappings"]![0]!["hostPort"]!));
        Assert.Contains("MANAGED_INSTANCES", definition["compatibilities"]!.AsArray().Select(one => (string)one!));
    }

    private static async Task<LocalEcs> WithOne()
    {
        var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        await ecs.ManagedInstances();
        await ecs.Definition("mine", more: """ "networkMode": "awsvpc", "cpu": "256", "memory": "512", """);
        await ecs.Call("RunTask", $$"""{ "taskDefinition": "mine", "capacityProviderStrategy": [{ "capacityProvider": "mi" }], {{Network}} }""");
        ecs.Advance(120);
        Assert.Single((await ecs.Call("ListContainerInstances"))["containerInstanceArns"]!.AsArray());
        return ecs;
    }
}
