namespace EcsTools.Tests.Local;

/// <summary>Members that ECS fills in after a deployment began, or from the cluster and the namespace.</summary>
public sealed class FilledMemberTests
{
    [Fact]
    public async Task A_revision_has_the_digests_of_its_images_once_a_task_has_pulled_them()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Call("RegisterTaskDefinition", """{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "app:1", "memory": 64 }, { "name": "side", "image": "side:1", "memory": 64, "versionConsistency": "disabled" }] }""");
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        var revision = $$"""{ "serviceRevisionArns": ["{{(string)(await ecs.Service())["currentServiceRevisions"]![0]!["arn"]!}}"] }""";
        Assert.Equal([null, null], await Digests());
        ecs.Settle();
        var containers = (await ecs.TasksOf())[0]!["containers"]!.AsArray();
        Assert.Equal([(string?)containers[0]!["imageDigest"], null], await Digests());

        async Task<string?[]> Digests() =>
            [.. (await ecs.Call("DescribeServiceRevisions", revision))["serviceRevisions"]![0]!["containerImages"]!.AsArray().Select(image => (string?)image!["imageDigest"])];
    }

    [Fact]
    public async Task A_revision_of_a_daemon_has_them_too()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        await ecs.ManagedInstances();
        await ecs.Definition("mine", more: """ "networkMode": "awsvpc", "cpu": "256", "memory": "512", """);
        await ecs.Call("RunTask", """{ "taskDefinition": "mine", "capacityProviderStrategy": [{ "capacityProvider": "mi" }], "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } }""");
        await ecs.Call("RegisterDaemonTaskDefinition", """{ "family": "agent", "containerDefinitions": [{ "name": "agent", "image": "agent:1", "memory": 64 }] }""");
        await ecs.Call("CreateDaemon", """{ "daemonName": "agent", "daemonTaskDefinitionArn": "arn:aws:ecs:us-east-1:123456789012:daemon-task-definition/agent:1", "capacityProviderArns": ["arn:aws:ecs:us-east-1:123456789012:capacity-provider/mi"] }""");
        ecs.Advance(900);
        var arn = (string)(await ecs.Call("DescribeDaemon", """{ "daemonArn": "arn:aws:ecs:us-east-1:123456789012:daemon/default/agent" }"""))["daemon"]!["currentRevisions"]![0]!["arn"]!;
        var revision = (await ecs.Call("DescribeDaemonRevisions", $$"""{ "daemonRevisionArns": ["{{arn}}"] }"""))["daemonRevisions"]![0]!;
        Assert.StartsWith("sha256:", (string?)revision["containerImages"]![0]!["imageDigest"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_on_Fargate_has_the_key_of_its_cluster()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", """{ "configuration": { "managedStorageConfiguration": { "fargateEphemeralStorageKmsKeyId": "key" } } }""");
        await ecs.Definition("far", more: """ "networkMode": "awsvpc", "cpu": "256", "memory": "512", """);
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "far", "launchType": "FARGATE", "desiredCount": 0, "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } }""");
        Assert.Equal("key", (string?)(await ecs.Service())["deployments"]![0]!["fargateEphemeralStorage"]!["kmsKeyId"]);
    }

    [Fact]
    public async Task A_deployment_with_Service_Connect_names_the_services_of_Cloud_Map()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition(container: """, "portMappings": [{ "name": "http", "containerPort": 80 }]""");
        const string Connect = """ "serviceConnectConfiguration": { "enabled": true, "namespace": "shop", "services": [{ "portName": "http", "discoveryName": "front", "clientAliases": [{ "port": 80 }] }] } """;
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 0, {{Connect}} }""");
        var first = (await ecs.Service())["deployments"]![0]!["serviceConnectResources"]![0]!;
        Assert.Equal("front", (string?)first["discoveryName"]);
        Assert.Matches("^arn:aws:servicediscovery:us-east-1:123456789012:service/srv-[a-z2-7]{16}$", (string)first["discoveryArn"]!);
        await ecs.Call("UpdateService", """{ "service": "web", "forceNewDeployment": true }""");
        Assert.Equal((string?)first["discoveryArn"], (string?)(await ecs.Service())["deployments"]![0]!["serviceConnectResources"]![0]!["discoveryArn"]);
    }
}
