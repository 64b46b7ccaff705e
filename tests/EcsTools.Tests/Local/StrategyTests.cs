using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Tasks, services and task sets by capacity provider strategies.</summary>
public class StrategyTests
{
    private const string Network = """ "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } """;
    private const string OneToThree = """ "capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "base": 2, "weight": 1 }, { "capacityProvider": "FARGATE_SPOT", "weight": 3 }] """;

    [Fact]
    public async Task A_strategy_over_Fargate_gives_each_provider_its_base_and_then_its_share()
    {
        using var ecs = await OnFargate();
        var ran = await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", "count": 10, {{OneToThree}}, {{Network}} }""");
        Assert.Equal(["FARGATE", "FARGATE", "FARGATE", "FARGATE", "FARGATE_SPOT", "FARGATE_SPOT", "FARGATE_SPOT", "FARGATE_SPOT", "FARGATE_SPOT", "FARGATE_SPOT"], Providers(ran["tasks"]!));
        Assert.All(ran["tasks"]!.AsArray(), task => Assert.Equal(("FARGATE", "1.4.0"), ((string)task!["launchType"]!, (string)task["platformVersion"]!)));
    }

    [Fact]
    public async Task A_service_by_a_strategy_shows_it_instead_of_a_launch_type_and_keeps_to_it_as_it_grows()
    {
        using var ecs = await OnFargate();
        var created = await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 3, {{OneToThree}}, {{Network}} }""");
        foreach (var shown in new[] { created["service"]!, created["service"]!["deployments"]![0]! })
        {
            Assert.Null(shown["launchType"]);
            Assert.Equal(shown == created["service"] ? "LATEST" : "1.4.0", (string)shown["platformVersion"]!);
            Assert.Equal("""[{"capacityProvider":"FARGATE","weight":1,"base":2},{"capacityProvider":"FARGATE_SPOT","weight":3,"base":0}]""", shown["capacityProviderStrategy"]!.ToJsonString());
        }

        ecs.Settle();
        Assert.Equal(["FARGATE", "FARGATE", "FARGATE_SPOT"], Providers(await ecs.TasksOf()));
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 6 }""");
        ecs.Settle();
        Assert.Equal(["FARGATE", "FARGATE", "FARGATE", "FARGATE_SPOT", "FARGATE_SPOT", "FARGATE_SPOT"], Providers(await ecs.TasksOf()).Order());
    }

    [Fact]
    public async Task Without_launch_type_and_strategy_the_clusters_default_strategy_holds_and_a_launch_type_overrides_it()
    {
        using var ecs = await OnFargate();
        await ecs.Call("PutClusterCapacityProviders", """
            { "cluster": "default", "capacityProviders": ["FARGATE", "FARGATE_SPOT"], "defaultCapacityProviderStrategy": [{ "capacityProvider": "FARGATE_SPOT", "weight": 1 }] }
            """);
        Assert.Equal(["FARGATE_SPOT"], Providers((await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", {{Network}} }"""))["tasks"]!));
        var plain = (await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", "launchType": "FARGATE", {{Network}} }"""))["tasks"]![0]!;
        Assert.Equal(("FARGATE", null), ((string)plain["launchType"]!, (string?)plain["capacityProviderName"]));
    }

    [Fact]
    public async Task Another_platform_version_is_deployed_and_the_same_one_is_not()
    {
        using var ecs = await OnFargate();
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 2, "launchType": "FARGATE", "platformVersion": "1.4.0", {{Network}} }""");
        ecs.Settle();
        Assert.Single((await ecs.Call("UpdateService", """{ "service": "web", "platformVersion": "1.4.0" }"""))["service"]!["deployments"]!.AsArray());
        Assert.Equal(["1.3.0", "1.4.0"], (await ecs.Call("UpdateService", """{ "service": "web", "platformVersion": "1.3.0" }"""))["service"]!["deployments"]!.AsArray().Select(deployment => (string)deployment!["platformVersion"]!));
        ecs.Settle();
        Assert.Equal(["1.3.0", "1.3.0"], (await ecs.TasksOf()).Select(task => (string)task!["platformVersion"]!));
    }

    [Fact]
    public async Task A_change_of_the_strategy_must_be_forced_and_then_moves_the_tasks()
    {
        using var ecs = await OnFargate();
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 2, "launchType": "FARGATE", {{Network}} }""");
        ecs.Settle();
        const string Spot = """ "service": "web", "capacityProviderStrategy": [{ "capacityProvider": "FARGATE_SPOT", "weight": 1 }] """;
        var (type, message) = await ecs.Fail("UpdateService", $$"""{ {{Spot}} }""");
        Assert.Equal("InvalidParameterException", type);
        Assert.StartsWith("When switching from launch type to capacity provider strategy on an existing service", message, StringComparison.Ordinal);

        var updated = (await ecs.Call("UpdateService", $$"""{ {{Spot}}, "forceNewDeployment": true }"""))["service"]!;
        Assert.Null(updated["launchType"]);
        Assert.Equal(2, updated["deployments"]!.AsArray().Count);
        ecs.Settle();
        Assert.Equal(["FARGATE_SPOT", "FARGATE_SPOT"], Providers(await ecs.TasksOf()));
    }

    [Fact]
    public async Task A_task_set_goes_by_its_strategy_and_gives_it_to_its_service_as_the_primary_one()
    {
        using var ecs = await OnFargate();
        await ecs.Call("CreateService", """{ "serviceName": "web", "desiredCount": 4, "deploymentController": { "type": "EXTERNAL" } }""");
        var taskSet = (await ecs.Call("CreateTaskSet", $$"""{ "cluster": "default", "service": "web", "taskDefinition": "web", "scale": { "value": 100 }, {{OneToThree}}, {{Network}} }"""))["taskSet"]!;
        Assert.Null(taskSet["launchType"]);
        ecs.Settle();
        Assert.Equal(["FARGATE", "FARGATE", "FARGATE_SPOT", "FARGATE_SPOT"], Providers(await ecs.TasksOf()));
        await ecs.Call("UpdateServicePrimaryTaskSet", $$"""{ "cluster": "default", "service": "web", "primaryTaskSet": "{{taskSet["id"]}}" }""");
        Assert.Equal(2, (await ecs.Service())["capacityProviderStrategy"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(""" "launchType": "FARGATE", "capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": 1 }] """, "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.")]
    [InlineData(""" "capacityProviderStrategy": [{ "capacityProvider": "other", "weight": 1 }] """, "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.")]
    [InlineData(""" "capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": 1 }, { "capacityProvider": "big", "weight": 1 }] """, "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again.")]
    [InlineData(""" "capacityProviderStrategy": [{ "capacityProvider": "FARGATE" }, { "capacityProvider": "FARGATE_SPOT" }] """, "There are no capacity providers in the capacity provider strategy with a weight value greater than zero. Specify a weight value greater than zero for at least one capacity provider and try again.")]
    [InlineData(""" "capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "base": 1 }, { "capacityProvider": "FARGATE_SPOT", "base": 1, "weight": 1 }] """, "There are multiple capacity providers in the specified capacity provider strategy with a base value greater than zero. Only one capacity provider can have a base value greater than zero. Specify a valid capacity provider strategy and try again.")]
    public async Task A_strategy_that_cannot_be_used_starts_nothing(string capacity, string message)
    {
        using var ecs = await OnFargate();
        await ecs.Call("CreateCapacityProvider", """{ "name": "big", "autoScalingGroupProvider": { "autoScalingGroupArn": "big-group" } }""");
        await ecs.Call("PutClusterCapacityProviders", """{ "cluster": "default", "capacityProviders": ["FARGATE", "FARGATE_SPOT", "big"], "defaultCapacityProviderStrategy": [] }""");
        Assert.Equal(("InvalidParameterException", message), await ecs.Fail("RunTask", $$"""{ "taskDefinition": "web", {{capacity}}, {{Network}} }"""));
        Assert.Equal(("InvalidParameterException", message), await ecs.Fail("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1, {{capacity}}, {{Network}} }"""));
    }

    [Fact]
    public async Task A_task_on_FARGATE_SPOT_can_be_interrupted_and_its_service_starts_another()
    {
        using var ecs = await OnFargate();
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 4, {{OneToThree}}, {{Network}} }""");
        ecs.Settle();
        var tasks = (await ecs.TasksOf()).ToLookup(task => (string)task!["capacityProviderName"]!, task => (string)task!["taskArn"]!);
        var spot = tasks["FARGATE_SPOT"].First();
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await ecs.Control(HttpMethod.Post, "/_local/spot-interruption", tasks["FARGATE"].First())).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await ecs.Control(HttpMethod.Post, "/_local/spot-interruption", spot)).Status);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await ecs.Control(HttpMethod.Post, "/_local/spot-interruption", spot)).Status);
        ecs.Settle();
        var stopped = await ecs.Task(spot);
        Assert.Equal(("SpotInterruption", "Your Spot Task was interrupted."), ((string)stopped["stopCode"]!, (string)stopped["stoppedReason"]!));
        Assert.Equal(["FARGATE", "FARGATE", "FARGATE_SPOT", "FARGATE_SPOT"], Providers(await ecs.TasksOf()).Order());
    }

    [Fact]
    public async Task A_definition_that_is_not_for_Fargate_does_not_go_by_its_providers()
    {
        using var ecs = await OnFargate();
        await ecs.Definition("old");
        Assert.Equal(("InvalidParameterException", "Task definition does not support launch_type FARGATE."), await ecs.Fail("RunTask", $$"""{ "taskDefinition": "old", {{OneToThree}} }"""));
    }

    [Fact]
    public async Task A_daemon_service_takes_no_strategy_and_leaves_the_default_one_alone()
    {
        using var ecs = await OnFargate();
        await ecs.Instances(1);
        await ecs.Definition("old");
        await ecs.Call("PutClusterCapacityProviders", """
            { "cluster": "default", "capacityProviders": ["FARGATE"], "defaultCapacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": 1 }] }
            """);
        const string Daemon = """ "serviceName": "logs", "taskDefinition": "old", "schedulingStrategy": "DAEMON" """;
        var error = await ecs.Fail("CreateService", $$"""{ {{Daemon}}, "capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": 1 }] }""");
        Assert.Equal("Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.", error.Message);
        Assert.Equal("EC2", (string)(await ecs.Call("CreateService", $$"""{ {{Daemon}} }"""))["service"]!["launchType"]!);
    }

    private static async Task<LocalEcs> OnFargate()
    {
        var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", """{ "clusterName": "default", "capacityProviders": ["FARGATE", "FARGATE_SPOT"] }""");
        await ecs.Definition(more: """ "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512", """);
        return ecs;
    }

    private static IEnumerable<string> Providers(JsonNode tasks) => tasks.AsArray().Select(task => (string)task!["capacityProviderName"]!);
}
