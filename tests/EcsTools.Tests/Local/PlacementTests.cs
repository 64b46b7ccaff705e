using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>The requirements between a task and its instance, with the texts of RunTask, StartTask, and services.</summary>
public class PlacementTests
{
    [Fact]
    public async Task A_task_goes_to_the_zone_of_its_subnets_where_instances_tell_theirs()
    {
        using var ecs = await WithSubnets();
        await ecs.Definition(more: """ "networkMode": "awsvpc", """);
        var ran = await Run("subnet-b");
        Assert.Equal(["us-east-1b", "us-east-1b", "us-east-1b"], ran["tasks"]!.AsArray().Select(task => (string)task!["availabilityZone"]!));
        var instances = (await ecs.Call("ListContainerInstances"))["containerInstanceArns"]!.AsArray();
        var started = await ecs.Call("StartTask", $$"""{ "taskDefinition": "web", "containerInstances": ["{{instances[0]}}"], {{Network("subnet-b")}} }""");
        Assert.Equal("LOCATION", (string)started["failures"]![0]!["reason"]!);
        Assert.Equal(3, (await Run("subnet-b", "subnet-nobody-knows"))["tasks"]!.AsArray().Count);

        Task<JsonNode> Run(params string[] subnets) => ecs.Call("RunTask", $$"""{ "taskDefinition": "web", "count": 3, {{Network(subnets)}} }""");
    }

    [Theory]
    [InlineData(""" "runtimePlatform": { "cpuArchitecture": "ARM64" }, """, "", "ATTRIBUTE")]
    [InlineData(""" "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, """, "", "ATTRIBUTE")]
    [InlineData("", """ , "resourceRequirements": [{ "type": "GPU", "value": "1" }] """, "RESOURCE:GPU")]
    [InlineData("", """ , "portMappings": [{ "containerPort": 80, "hostPort": 22 }] """, "RESOURCE:PORTS")]
    [InlineData(""" "networkMode": "host", """, """ , "portMappings": [{ "containerPort": 22 }] """, "RESOURCE:PORTS")]
    [InlineData("", """ , "portMappings": [{ "containerPort": 22, "hostPort": 22, "protocol": "udp" }] """, null)]
    [InlineData("", """ , "portMappings": [{ "containerPort": 22 }] """, null)]
    public async Task What_does_not_fit_is_told_by_its_reason(string more, string container, string? reason)
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition(more: more, container: container);
        var failures = (await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["failures"]!.AsArray();
        Assert.Equal(reason, failures.Count == 0 ? null : (string)failures[0]!["reason"]!);
    }

    [Fact]
    public async Task An_instance_has_a_limited_number_of_interfaces()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1, cpu: 100_000, memory: 100_000);
        await ecs.Definition(more: """ "networkMode": "awsvpc", """);
        for (var i = 0; i < 10; i++) await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", {{Network("subnet-1")}} }""");
        var refused = await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", {{Network("subnet-1")}} }""");
        Assert.Equal("RESOURCE:ENI", (string)refused["failures"]![0]!["reason"]!);
    }

    private static async Task<LocalEcs> WithSubnets()
    {
        var ecs = new LocalEcs();
        foreach (var zone in new[] { "a", "b" })
        {
            await ecs.Call("RegisterContainerInstance", $$"""
                {
                  "cluster": "default",
                  "attributes": [{ "name": "ecs.availability-zone", "value": "us-east-1{{zone}}" }, { "name": "ecs.subnet-id", "value": "subnet-{{zone}}" }],
                  "totalResources": [{ "name": "CPU", "type": "INTEGER", "integerValue": 4096 }, { "name": "MEMORY", "type": "INTEGER", "integerValue": 4096 }]
                }
                """);
        }

        return ecs;
    }

    private static string Network(params string[] subnets) =>
        $$""" "networkConfiguration": { "awsvpcConfiguration": { "subnets": [{{string.Join(',', subnets.Select(subnet => $"\"{subnet}\""))}}] } } """;
}
