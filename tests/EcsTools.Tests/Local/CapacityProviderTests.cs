using System.Net;
using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

public class CapacityProviderTests
{
    [Theory]
    [InlineData("task")]
    [InlineData("service")]
    public async Task A_provider_that_something_runs_on_is_not_taken_from_its_cluster(string user)
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await Put(ecs, "FARGATE", "FARGATE_SPOT");
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        ecs.Settle();
        var state = JsonNode.Parse(await ecs.State())!;
        var cluster = state["regions"]!["123456789012/us-east-1"]!["clusters"]!["default"]!;
        if (user == "task") cluster["tasks"]![0]!["resource"]!["capacityProviderName"] = "FARGATE_SPOT";
        else cluster["services"]!["web"]!["resource"]!["capacityProviderStrategy"] = new JsonArray(new JsonObject { ["capacityProvider"] = "FARGATE_SPOT" });
        Assert.Equal(HttpStatusCode.OK, (await ecs.Control(HttpMethod.Put, "/_local/state", state.ToJsonString())).Status);

        var error = await ecs.Fail("PutClusterCapacityProviders", """{ "cluster": "default", "capacityProviders": ["FARGATE"], "defaultCapacityProviderStrategy": [] }""");
        Assert.Equal(("ResourceInUseException", "The specified capacity provider is in use and cannot be removed."), error);
        await Put(ecs, "FARGATE_SPOT");
    }

    [Theory]
    [InlineData("""{ "capacityProvider": "FARGATE", "weight": 1001 }""", "The weight of a capacity provider must be between 0 and 1000.")]
    [InlineData("""{ "capacityProvider": "FARGATE", "base": 100001 }""", "The base of a capacity provider must be between 0 and 100000.")]
    [InlineData("""{ "capacityProvider": "FARGATE", "base": 1 }, { "capacityProvider": "FARGATE_SPOT", "base": 1 }""", "The specified capacity provider strategy contains multiple capacity providers with a base value defined. Only one capacity provider per strategy can have a base value defined.")]
    [InlineData("""{ "capacityProvider": "FARGATE" }, { "capacityProvider": "FARGATE" }""", "A capacity provider strategy cannot contain the same capacity provider twice.")]
    public async Task A_strategy_that_makes_no_sense_is_refused(string items, string message)
    {
        using var ecs = new LocalEcs();
        var error = await ecs.Fail("CreateCluster", $$"""{ "capacityProviders": ["FARGATE", "FARGATE_SPOT"], "defaultCapacityProviderStrategy": [{{items}}] }""");
        Assert.Equal(("InvalidParameterException", message), error);
    }

    [Theory]
    [InlineData(""" "managedScaling": { "targetCapacity": 101 } """, "InvalidParameterException", "targetCapacity must be between 1 and 100.")]
    [InlineData(""" "managedScaling": { "status": "MAYBE" } """, "InvalidParameterException", "status should be one of [DISABLED,ENABLED]")]
    [InlineData(""" "managedTerminationProtection": "ENABLED" """, "ClientException", "The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, managed scaling must be enabled.")]
    public async Task A_group_whose_settings_do_not_fit_together_is_refused(string settings, string type, string message)
    {
        using var ecs = new LocalEcs();
        Assert.Equal((type, message), await ecs.Fail("CreateCapacityProvider", $$"""{ "name": "big", "autoScalingGroupProvider": { "autoScalingGroupArn": "a", {{settings}} } }"""));
    }

    [Fact]
    public async Task A_group_has_one_provider_and_a_deleted_one_leaves_its_name_and_group_free()
    {
        using var ecs = new LocalEcs();
        await Create("big");
        var taken = await ecs.Fail("CreateCapacityProvider", """{ "name": "other", "autoScalingGroupProvider": { "autoScalingGroupArn": "a" } }""");
        Assert.StartsWith("The specified Auto Scaling group ARN is already being used by another capacity provider.", taken.Message, StringComparison.Ordinal);
        await ecs.Call("DeleteCapacityProvider", """{ "capacityProvider": "big" }""");
        ecs.Settle();
        await Create("big");
        ecs.Advance(4000); // the deleted one would have been removed by now
        Assert.Equal("ACTIVE", (string)(await Describe())["capacityProviders"]![0]!["status"]!);
        await ecs.Call("DeleteCapacityProvider", """{ "capacityProvider": "big" }""");
        ecs.Advance(4000);
        Assert.Equal("MISSING", (string)(await Describe())["failures"]![0]!["reason"]!);

        Task Create(string name) => ecs.Call("CreateCapacityProvider", $$"""{ "name": "{{name}}", "autoScalingGroupProvider": { "autoScalingGroupArn": "a" } }""");
        Task<JsonNode> Describe() => ecs.Call("DescribeCapacityProviders", """{ "capacityProviders": ["big"] }""");
    }

    private static async Task Put(LocalEcs ecs, params string[] names) => await ecs.Call("PutClusterCapacityProviders", $$"""
        { "cluster": "default", "capacityProviders": [{{string.Join(',', names.Select(name => $"\"{name}\""))}}], "defaultCapacityProviderStrategy": [] }
        """);
}
