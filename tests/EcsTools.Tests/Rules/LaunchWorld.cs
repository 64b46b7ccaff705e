using System.Text;
using System.Text.Json.Nodes;
using EcsTools.Model;
using EcsTools.Rules.Launches;
using EcsTools.Tests.Local;

namespace EcsTools.Tests.Rules;

/// <summary>A local ECS with a task definition and a service of each kind, which refused requests don't change.</summary>
public sealed class LaunchWorld : IAsyncLifetime
{
    private const string Network = """{ "awsvpcConfiguration": { "subnets": ["subnet-1"] } }""", Volume = """[{ "name": "data", "managedEBSVolume": { "roleArn": "role", "sizeInGiB": 10 } }]""";

    private static readonly string[] Families = ["web", "vpc", "fargate", "host", "ebs"];

    private readonly Dictionary<string, TaskDefinition> definitions = [];

    private string instance = "";

    internal LocalEcs Ecs { get; } = new();

    public async ValueTask InitializeAsync()
    {
        instance = (await Ecs.Instances(2))[0];
        const string ports = """, "healthCheck": { "command": ["CMD", "true"] }, "portMappings": [{ "name": "http", "containerPort": 80 }]""";
        await Ecs.Definition("web", container: ports);
        await Ecs.Definition("host", more: """ "networkMode": "host", """, container: ports);
        await Ecs.Definition("vpc", more: """ "networkMode": "awsvpc", """, container: ports);
        await Ecs.Definition("fargate", more: """ "networkMode": "awsvpc", "cpu": "256", "memory": "512", "requiresCompatibilities": ["FARGATE"], """, container: ports);
        await Ecs.Definition("ebs", more: """ "volumes": [{ "name": "data", "configuredAtLaunch": true }], """, container: """, "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]""");
        foreach (var family in Families)
        {
            definitions[family] = WireJson.Read<TaskDefinition>(Bytes((await Ecs.Call("DescribeTaskDefinition", $$"""{ "taskDefinition": "{{family}}" }"""))["taskDefinition"]!));
            var service = Good(Operations.CreateService, family);
            service["serviceName"] = family;
            await Ecs.Call("CreateService", service.ToJsonString());
        }

        await Ecs.Call("CreateService", """{ "serviceName": "sets", "desiredCount": 1, "deploymentController": { "type": "EXTERNAL" } }""");
        Ecs.Settle();
    }

    public ValueTask DisposeAsync()
    {
        Ecs.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether an operation can launch that family.</summary>
    internal static bool Takes(Operation operation, string family) => operation.Name switch
    {
        "StartTask" => family is not ("fargate" or "external"),
        "CreateService" => true,
        "CreateTaskSet" => family is not ("ebs" or "external"),
        _ => family != "external",
    };

    internal JsonObject Good(Operation operation, string family)
    {
        var good = operation.Name switch
        {
            "CreateService" when family == "external" => """{ "serviceName": "new", "desiredCount": 1 }""",
            "CreateService" => $$"""{ "serviceName": "new", "taskDefinition": "{{family}}", "desiredCount": 1 }""",
            "UpdateService" => $$"""{ "service": "{{family}}" }""",
            "StartTask" => $$"""{ "taskDefinition": "{{family}}", "containerInstances": ["{{instance}}"] }""",
            "CreateTaskSet" => $$"""{ "cluster": "default", "service": "sets", "taskDefinition": "{{family}}" }""",
            _ => $$"""{ "taskDefinition": "{{family}}" }""",
        };
        var request = JsonNode.Parse(good)!.AsObject();
        if (family is "vpc" or "fargate" && operation.Name != "UpdateService") request["networkConfiguration"] = JsonNode.Parse(Network);
        if (family == "fargate" && operation.Request.Find("launchType") is not null) request["launchType"] = "FARGATE";
        if (family == "ebs" && operation.Name != "UpdateService") request["volumeConfigurations"] = JsonNode.Parse(Volume);
        return request;
    }

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    /// <summary>The request as the rules look at it; an update as the service will be.</summary>
    internal async Task<Launch> Launch(Operation operation, string family, JsonObject request)
    {
        var structure = operation.ReadRequest(Bytes(request));
        if (structure is UpdateServiceRequest update)
        {
            var service = WireJson.Read<Service>(Bytes(await Ecs.Service(family)));
            structure = new ServiceUpdate(service, update).Updated;
            ((CreateServiceRequest)structure).PropagateTags = update.PropagateTags;
            ((CreateServiceRequest)structure).HealthCheckGracePeriodSeconds = update.HealthCheckGracePeriodSeconds;
        }

        return new(structure) { Definition = definitions.GetValueOrDefault(family), Kind = family == "external" ? null : family == "fargate" ? LaunchType.Fargate : LaunchType.Ec2, HasNamespace = false, IsUpdate = operation.Name == "UpdateService" };
    }
}
