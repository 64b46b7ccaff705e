using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Services, as recordings and reports of the real ECS show them.</summary>
public sealed class RecordedServiceTests
{
    private const string Awsvpc = """ "networkMode": "awsvpc", "cpu": "512", "memory": "1024", "requiresCompatibilities": ["FARGATE"], """;
    private const string OnFargate = """ "launchType": "FARGATE", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } """;

    [Fact]
    public async Task A_stop_then_start_deployment_has_no_zone_rebalancing_and_others_have()
    {
        using var ecs = await Open();
        Assert.Equal("DISABLED", (string)(await Create(ecs, "a", """ "deploymentConfiguration": { "maximumPercent": 100, "minimumHealthyPercent": 0 } """))["availabilityZoneRebalancing"]!);
        Assert.Equal("ENABLED", (string)(await Create(ecs, "b", """ "deploymentConfiguration": { "maximumPercent": 150 } """))["availabilityZoneRebalancing"]!);
    }

    [Fact]
    public async Task Answers_to_changes_have_no_tags_unless_given_and_no_current_deployment()
    {
        using var ecs = await Open();
        var created = await Create(ecs, "web", """ "desiredCount": 1 """);
        Assert.Equal((false, false), (Has(created, "tags"), Has(created, "currentServiceDeployment")));
        Assert.Equal((0, "CUSTOMER"), ((int)created["healthCheckGracePeriodSeconds"]!, (string)created["resourceManagementType"]!));
        Assert.Single((await Create(ecs, "tagged", """ "tags": [{ "key": "a", "value": "" }] """))["tags"]!.AsArray());
        Assert.True(Has(await ecs.Service(), "currentServiceDeployment"));
        ecs.Settle();
        Assert.False(Has(await ecs.Service(), "currentServiceDeployment"));
        var updated = (await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }"""))["service"]!;
        Assert.Equal((false, false), (Has(updated, "tags"), Has(updated, "currentServiceDeployment")));
        Assert.False(Has((await ecs.Call("DeleteService", """{ "service": "web", "force": true }"""))["service"]!, "tags"));
    }

    [Fact]
    public async Task Fargate_deployments_name_the_version_that_LATEST_is_and_public_addresses_are_disabled()
    {
        using var ecs = await Open();
        await ecs.Definition("fg", more: Awsvpc);
        var created = await Create(ecs, "fg", OnFargate, "fg");
        Assert.Equal(("LATEST", "1.4.0"), ((string)created["platformVersion"]!, (string)created["deployments"]![0]!["platformVersion"]!));
        Assert.Equal("DISABLED", (string)created["networkConfiguration"]!["awsvpcConfiguration"]!["assignPublicIp"]!);
    }

    [Fact]
    public async Task A_repeat_with_other_tags_returns_the_original()
    {
        using var ecs = await Open();
        var first = await Create(ecs, "web", """ "clientToken": "t", "tags": [{ "key": "a", "value": "1" }] """);
        var again = await Create(ecs, "web", """ "clientToken": "t", "tags": [{ "key": "b", "value": "2" }] """);
        Assert.Equal(first["tags"]!.ToJsonString(), again["tags"]!.ToJsonString());
    }

    [Fact]
    public async Task An_unfinished_deployment_completes_while_the_service_drains()
    {
        using var ecs = await Open();
        await Create(ecs, "web", """ "desiredCount": 1 """);
        ecs.Advance(1.5);
        await ecs.Call("DeleteService", """{ "service": "web", "force": true }""");
        ecs.Settle();
        var service = await ecs.Service();
        Assert.Equal(("INACTIVE", "COMPLETED"), ((string)service["status"]!, (string)service["deployments"]![0]!["rolloutState"]!));
    }

    [Fact]
    public async Task Monitoring_is_kept_in_the_revision()
    {
        using var ecs = await Open();
        await Create(ecs, "web", """ "desiredCount": 0 """);
        ecs.Settle();
        await ecs.Call("UpdateService", """{ "service": "web", "monitoring": { "metricConfigurations": [] } }""");
        var deployment = (await ecs.Call("ListServiceDeployments", """{ "service": "arn:aws:ecs:us-east-1:123456789012:service/default/web" }"""))["serviceDeployments"]![0]!;
        var revision = (await ecs.Call("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["{{deployment["targetServiceRevisionArn"]}}"] }"""))["serviceRevisions"]![0]!;
        Assert.NotNull(revision["monitoring"]);
    }

    [Fact]
    public async Task A_breaker_that_is_disabled_does_not_roll_back()
    {
        using var ecs = await Open();
        var created = await Create(ecs, "web", """ "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": false, "rollback": true } } """);
        Assert.False((bool)created["deploymentConfiguration"]!["deploymentCircuitBreaker"]!["rollback"]!);
    }

    [Theory]
    [InlineData(""" "healthCheckGracePeriodSeconds": 30 """, "Health check grace period is only valid for services configured to use load balancers")]
    [InlineData(""" "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": false, "thresholdConfiguration": { "type": "BOUNDED_PERCENT", "value": 101 } } } """, "Invalid deployment circuit breaker threshold value.")]
    [InlineData(""" "taskDefinition": "vpc", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a"] } } """, "subnets can have at most 16 items.")]
    [InlineData(""" "taskDefinition": "vpc", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["a"], "securityGroups": ["a","b","c","d","e","f"] } } """, "securityGroups can have at most 5 items.")]
    [InlineData(""" "taskDefinition": "vpc", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["a"], "assignPublicIp": "ENABLED" } } """, "Assign public IP is not supported for this launch type.")]
    [InlineData(""" "taskDefinition": "vpc", "schedulingStrategy": "DAEMON" """, "Network Configuration must be provided when networkMode 'awsvpc' is specified.")]
    [InlineData(""" "taskDefinition": "fg", "launchType": "FARGATE", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["a"] } }, "placementConstraints": [{ "type": "distinctInstance" }] """, "Placement constraints are not supported with FARGATE launch type.")]
    [InlineData(""" "taskDefinition": "fg", "launchType": "FARGATE", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["a"] } }, "placementStrategy": [{ "type": "random" }] """, "Placement strategies are not supported with FARGATE launch type.")]
    public async Task ECS_refuses(string more, string text)
    {
        using var ecs = await Open();
        await ecs.Definition("vpc", more: """ "networkMode": "awsvpc", """);
        await ecs.Definition("fg", more: Awsvpc);
        var definition = more.Contains("taskDefinition") ? "" : """ "taskDefinition": "web", """;
        Assert.Equal(("InvalidParameterException", text), await ecs.Fail("CreateService", $$"""{ "serviceName": "web", {{definition}} "desiredCount": 1, {{more}} }"""));
    }

    [Fact]
    public async Task A_service_of_an_inactive_cluster_is_in_no_cluster()
    {
        using var ecs = await Open();
        await ecs.Call("CreateCluster", """{ "clusterName": "old" }""");
        await ecs.Call("DeleteCluster", """{ "cluster": "old" }""");
        foreach (var (operation, request) in new[] { ("CreateService", """ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 """), ("UpdateService", """ "service": "web" """), ("RunTask", """ "taskDefinition": "web" """) })
            Assert.Equal(("ClusterNotFoundException", "The referenced cluster was inactive."), await ecs.Fail(operation, $$"""{ "cluster": "old", {{request}} }"""));
        Assert.Equal(("ClientException", "The referenced cluster was inactive."), await ecs.Fail("RegisterContainerInstance", """{ "cluster": "old" }"""));
        Assert.Equal(("ClusterNotFoundException", "The referenced cluster was inactive."), await ecs.Fail("DescribeServiceRevisions", """{ "serviceRevisionArns": ["arn:aws:ecs:us-east-1:123456789012:service-revision/old/web/1"] }"""));
    }

    [Fact]
    public async Task Revisions_are_of_one_service_and_each_missing_one_is_a_failure()
    {
        using var ecs = await Open();
        await Create(ecs, "web", """ "desiredCount": 0 """);
        const string Revision = "arn:aws:ecs:us-east-1:123456789012:service-revision/default/web/1";
        var failures = (await ecs.Call("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["{{Revision}}", "{{Revision}}"] }"""))["failures"]!.AsArray();
        Assert.Equal(["MISSING", "MISSING"], failures.Select(failure => (string)failure!["reason"]!));
        Assert.Equal(("InvalidParameterException", "The ServiceRevision ARN is invalid."), await ecs.Fail("DescribeServiceRevisions", """{ "serviceRevisionArns": ["web"] }"""));
        Assert.StartsWith("Cross service requests are not allowed", (await ecs.Fail("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["{{Revision}}", "{{Revision.Replace("web", "api")}}"] }""")).Message, StringComparison.Ordinal);
    }

    private static bool Has(JsonNode node, string member) => node.AsObject().ContainsKey(member);

    private static async Task<JsonNode> Create(LocalEcs ecs, string name, string more, string definition = "web")
    {
        var count = more.Contains("desiredCount") ? "" : """ "desiredCount": 0, """;
        return (await ecs.Call("CreateService", $$"""{ "serviceName": "{{name}}", "taskDefinition": "{{definition}}", {{count}} {{more}} }"""))["service"]!;
    }

    private static async Task<LocalEcs> Open()
    {
        var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        return ecs;
    }
}
