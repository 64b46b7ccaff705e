namespace EcsTools.Tests.Local;

/// <summary>A setting of a service is in its revisions, starts a deployment when it changes, and is restored by a rollback.</summary>
public class ServiceSettingsTests
{
    private const string Ports = """, "portMappings": [{ "name": "http", "containerPort": 80 }]""";
    private const string Volume = """ "volumes": [{ "name": "data", "configuredAtLaunch": true }], """, Mount = """, "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]""";

    public static TheoryData<string, string, string> Settings => new()
    {
        { "vpcLatticeConfigurations", """[{ "roleArn": "r", "targetGroupArn": "one", "portName": "http" }]""", """[{ "roleArn": "r", "targetGroupArn": "two", "portName": "http" }]""" },
        { "volumeConfigurations", """[{ "name": "data", "managedEBSVolume": { "roleArn": "r", "sizeInGiB": 10 } }]""", """[{ "name": "data", "managedEBSVolume": { "roleArn": "r", "sizeInGiB": 20 } }]""" },
        { "gatewayConnectors", """[{ "portName": "http" }]""", """[{ "portName": "http", "filters": { "accessTypes": ["PRIVATE"] } }]""" },
        { "serviceConnectConfiguration", """{ "enabled": true, "namespace": "one" }""", """{ "enabled": true, "namespace": "two" }""" },
        { "serviceRegistries", """[{ "registryArn": "arn:aws:servicediscovery:us-east-1:123456789012:service/one", "containerName": "app", "containerPort": 80 }]""", """[{ "registryArn": "arn:aws:servicediscovery:us-east-1:123456789012:service/two", "containerName": "app", "containerPort": 80 }]""" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_changed_setting_is_deployed_and_a_rollback_restores_it(string member, string before, string after)
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(2);
        await ecs.Definition("web", more: member == "volumeConfigurations" ? Volume : "", container: Ports + (member == "volumeConfigurations" ? Mount : ""));
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1, "{{member}}": {{before}} }""");
        ecs.Settle();
        var first = await Newest(ecs);
        Assert.Equal(Compact(before), first.Value);

        await ecs.Call("UpdateService", $$"""{ "service": "web", "{{member}}": {{before}} }""");
        ecs.Settle();
        Assert.Equal(first, await Newest(ecs));

        await ecs.Call("UpdateService", $$"""{ "service": "web", "{{member}}": {{after}} }""");
        Assert.Equal(Compact(after), (await Newest(ecs)).Value);
        var deployment = await ecs.NewestDeployment();
        ecs.Advance(1.5);
        await ecs.Call("StopServiceDeployment", $$"""{ "serviceDeploymentArn": "{{deployment}}", "stopType": "ROLLBACK" }""");
        ecs.Settle();
        Assert.Equal(first, await Current(ecs));
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        Assert.Equal(first.Value, (await Newest(ecs)).Value);

        async Task<(string Arn, string? Value)> Newest(LocalEcs ecs) =>
            await Revision(ecs, (await ecs.Call("DescribeServiceDeployments", $$"""{ "serviceDeploymentArns": ["{{await ecs.NewestDeployment()}}"] }"""))["serviceDeployments"]![0]!["targetServiceRevision"]!["arn"]!.ToString());

        async Task<(string Arn, string? Value)> Current(LocalEcs ecs) => await Revision(ecs, (await ecs.Service())["currentServiceRevisions"]![0]!["arn"]!.ToString());

        async Task<(string Arn, string? Value)> Revision(LocalEcs ecs, string arn) =>
            (arn, (await ecs.Call("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["{{arn}}"] }"""))["serviceRevisions"]![0]![member]?.ToJsonString());
    }

    private static string Compact(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();
}
