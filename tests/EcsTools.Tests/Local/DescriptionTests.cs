using System.Text.Json.Nodes;
using EcsTools.Local;
using EcsTools.Model;

namespace EcsTools.Tests.Local;

/// <summary>Sentences of the API's description that no other test holds, at the wire.</summary>
public sealed class DescriptionTests
{
    private const string Count = "desiredCount", Grace = "healthCheckGracePeriodSeconds", Balancer = """ "loadBalancers": [{ "targetGroupArn": "tg", "containerName": "app", "containerPort": 80 }] """;

    private static readonly string[] OfEvery = ["service", "cluster", "deploymentController", "forceNewDeployment", Count, Grace, "placementConstraints", "placementStrategy", "enableECSManagedTags", "propagateTags"];

    public static TheoryData<string, string> Parameters => [.. from controller in (string[])["CODE_DEPLOY", "EXTERNAL"] from member in Operations.UpdateService.Request.Members select (controller, member.WireName)];

    [Fact]
    public async Task A_terminated_instance_with_a_disconnected_agent_stays_registered()
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(2);
        await ecs.Behave($$""" "instances": [{ "containerInstance": "{{instances[0]}}", "event": "AgentDisconnected" }, { "containerInstance": "*", "event": "Terminated", "after": 5 }] """);
        ecs.Settle();
        Assert.Equal([instances[0]], (await ecs.Call("ListContainerInstances"))["containerInstanceArns"]!.AsArray().Select(arn => (string)arn!));
        var instance = (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": ["{{instances[0]}}"] }"""))["containerInstances"]![0]!;
        Assert.Equal(("ACTIVE", false), ((string)instance["status"]!, (bool)instance["agentConnected"]!));
    }

    [Fact]
    public async Task An_INACTIVE_definition_is_described_without_references()
    {
        using var ecs = new LocalEcs();
        await ecs.Definition();
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }""");
        Assert.Equal("INACTIVE", (string)(await ecs.Call("DescribeTaskDefinition", """{ "taskDefinition": "web:1" }"""))["taskDefinition"]!["status"]!);
    }

    [Fact]
    public async Task A_DRAINING_instance_can_be_set_DRAINING_again()
    {
        using var ecs = new LocalEcs();
        var instance = (await ecs.Instances(1))[0];
        for (var time = 0; time < 2; time++)
        {
            var answer = await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{instance}}"], "status": "DRAINING" }""");
            Assert.Equal(("DRAINING", 0), ((string)answer["containerInstances"]![0]!["status"]!, answer["failures"]!.AsArray().Count));
        }
    }

    [Fact]
    public async Task Under_CODE_DEPLOY_the_percents_limit_what_a_drain_stops()
    {
        using var ecs = new LocalEcs();
        var instance = (await ecs.Instances(1))[0];
        await ecs.Definition(container: """, "portMappings": [{ "containerPort": 80 }]""");
        await ecs.Call("CreateService", $$"""
            { "serviceName": "web", "taskDefinition": "web", "desiredCount": 4, "deploymentController": { "type": "CODE_DEPLOY" }, {{Balancer}}, "availabilityZoneRebalancing": "DISABLED",
              "deploymentConfiguration": { "minimumHealthyPercent": 50, "maximumPercent": 100 } }
            """);
        ecs.Settle();
        await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{instance}}"], "status": "DRAINING" }""");
        ecs.Settle();
        Assert.Equal(2, (await ecs.TasksOf()).Count); // half may stop, and nothing has room for replacements
    }

    [Fact]
    public async Task Services_on_Fargate_show_percents_that_ECS_does_not_use()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        await ecs.Definition(more: """ "networkMode": "awsvpc", "cpu": "256", "memory": "512", """, container: """, "portMappings": [{ "containerPort": 80 }]""");
        await ecs.Call("CreateService", $$"""
            { "serviceName": "web", "taskDefinition": "web", "desiredCount": 1, "launchType": "FARGATE", "deploymentController": { "type": "CODE_DEPLOY" }, {{Balancer}},
              "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } }, "deploymentConfiguration": { "minimumHealthyPercent": 50, "maximumPercent": 150 } }
            """);
        await ecs.Call("CreateService", """{ "serviceName": "sets", "desiredCount": 1, "deploymentController": { "type": "EXTERNAL" }, "deploymentConfiguration": { "minimumHealthyPercent": 50, "maximumPercent": 150 } }""");
        foreach (var name in (string[])["web", "sets"])
        {
            var configuration = (await ecs.Service(name))["deploymentConfiguration"]!;
            Assert.Equal((50, 150), ((int)configuration["minimumHealthyPercent"]!, (int)configuration["maximumPercent"]!));
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Under_another_controller_an_update_takes_what_today_s_API_reference_names_and_no_more(string controller, string parameter)
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition(container: """, "portMappings": [{ "name": "http", "containerPort": 80 }]""");
        var own = controller == "EXTERNAL" ? "" : $$""" "taskDefinition": "web", {{Balancer}}, """;
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", "desiredCount": 1, {{own}} "deploymentController": { "type": "{{controller}}" } }""");
        var value = parameter switch
        {
            "service" => "\"web\"",
            "cluster" => "\"default\"",
            "taskDefinition" => "\"web\"",
            "platformVersion" => "\"LATEST\"",
            "propagateTags" => "\"SERVICE\"",
            "availabilityZoneRebalancing" => "\"DISABLED\"",
            "deploymentController" => $$"""{ "type": "{{controller}}" }""",
            "forceNewDeployment" => "false",
            Count or Grace => "2",
            _ when Operations.UpdateService.Request.Find(parameter)!.Value.Kind == ValueKind.Boolean => "true",
            "placementStrategy" => """[{ "type": "random" }]""",
            "placementConstraints" => """[{ "type": "distinctInstance" }]""",
            "deploymentConfiguration" => """{ "maximumPercent": 150 }""",
            "capacityProviderStrategy" => """[{ "capacityProvider": "x", "weight": 1 }]""",
            _ when Operations.UpdateService.Request.Find(parameter)!.Value.Kind == ValueKind.List => "[{}]",
            _ => "{}",
        };
        var (status, answer) = await ecs.Try("UpdateService", $$"""{ "service": "web", "{{parameter}}": {{value}} }""");
        var isTaken = OfEvery.Contains(parameter) || (parameter == "deploymentConfiguration" && controller == "CODE_DEPLOY");
        if (isTaken) Assert.True(status == System.Net.HttpStatusCode.OK, answer.ToJsonString());
        else Assert.Matches($"^Unable to update [a-z ]+ on services with an? {controller} deployment controller\\. ", (string)answer["message"]!);
    }

    [Theory]
    [InlineData("StopTask", """{ "task": "$task" }""")]
    [InlineData("UpdateService", """{ "service": "web", "forceNewDeployment": true, "deploymentConfiguration": { "minimumHealthyPercent": 0, "maximumPercent": 100 }, "availabilityZoneRebalancing": "DISABLED" }""")]
    public async Task A_container_that_ignores_SIGTERM_is_killed_after_30_seconds(string operation, string request)
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Behave(""" "tasks": [{ "family": "web", "ignoresSigterm": true, "count": 1 }] """);
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        ecs.Settle();
        var task = (string)(await ecs.TasksOf())[0]!["taskArn"]!;
        await ecs.Call(operation, request.Replace("$task", task, StringComparison.Ordinal));
        ecs.Advance(30);
        Assert.Null((await ecs.Task(task))["containers"]![0]!["exitCode"]);
        ecs.Advance(10);
        Assert.Equal(137, (int)(await ecs.Task(task))["containers"]![0]!["exitCode"]!);
    }

    [Theory]
    [InlineData(""" "taskDefinition": "web", "schedulingStrategy": "DAEMON" """)]
    [InlineData(""" "deploymentController": { "type": "EXTERNAL" }, "desiredCount": 1 """)]
    public async Task A_drain_stops_PENDING_tasks_at_once_whatever_started_them(string service)
    {
        using var ecs = new LocalEcs();
        var instance = (await ecs.Instances(1))[0];
        await ecs.Definition();
        await ecs.Behave(""" "tasks": [{ "family": "web", "pullTime": 60 }] """);
        await ecs.Call("CreateService", $$"""{ "serviceName": "web", {{service}} }""");
        if (service.Contains("EXTERNAL", StringComparison.Ordinal)) await ecs.Call("CreateTaskSet", """{ "cluster": "default", "service": "web", "taskDefinition": "web", "scale": { "value": 100, "unit": "PERCENT" } }""");
        ecs.Advance(5);
        var task = Assert.Single(await ecs.TasksOf())!;
        Assert.Equal("PENDING", (string)task["lastStatus"]!);
        await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{instance}}"], "status": "DRAINING" }""");
        ecs.Advance(0.1);
        Assert.Equal("STOPPED", (string)(await ecs.Task((string)task["taskArn"]!))["desiredStatus"]!);
    }

    [Fact]
    public async Task With_a_delay_a_task_is_described_only_when_it_has_passed()
    {
        using var ecs = new LocalEcs(new EcsLocalOptions { ConsistencyDelay = TimeSpan.FromSeconds(3) });
        await ecs.Instances(1);
        await ecs.Definition();
        ecs.Advance(5);
        var task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Advance(2.5);
        Assert.Equal("MISSING", (string)(await Describe())["failures"]![0]!["reason"]!);
        ecs.Advance(1);
        Assert.Equal(task, (string)(await Describe())["tasks"]![0]!["taskArn"]!);

        async Task<JsonNode> Describe() => (await ecs.Try("DescribeTasks", $$"""{ "tasks": ["{{task}}"] }""")).Answer;
    }

    [Fact]
    public async Task Tags_go_with_a_deleted_capacity_provider_task_set_or_task_definition()
    {
        using var ecs = new LocalEcs();
        const string Tags = """ "tags": [{ "key": "a", "value": "b" }] """;
        await ecs.Call("CreateCluster", """{ "clusterName": "default" }""");
        var provider = (string)(await ecs.Call("CreateCapacityProvider", $$"""{ "name": "p", "autoScalingGroupProvider": { "autoScalingGroupArn": "g" }, {{Tags}} }"""))["capacityProvider"]!["capacityProviderArn"]!;
        var definition = await ecs.Definition(more: Tags + ",");
        await ecs.Call("CreateService", """{ "serviceName": "sets", "desiredCount": 0, "deploymentController": { "type": "EXTERNAL" } }""");
        var set = (string)(await ecs.Call("CreateTaskSet", $$"""{ "cluster": "default", "service": "sets", "taskDefinition": "web", {{Tags}} }"""))["taskSet"]!["taskSetArn"]!;
        foreach (var arn in (string[])[provider, definition, set]) Assert.Single((await ecs.Call("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}" }"""))["tags"]!.AsArray());
        await ecs.Call("DeleteCapacityProvider", """{ "capacityProvider": "p" }""");
        await ecs.Call("DeleteTaskSet", $$"""{ "cluster": "default", "service": "sets", "taskSet": "{{set}}", "force": true }""");
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }""");
        await ecs.Call("DeleteTaskDefinitions", """{ "taskDefinitions": ["web:1"] }""");
        ecs.Settle();
        ecs.Advance(1200);
        foreach (var arn in (string[])[provider, definition, set]) await ecs.Fail("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}" }""");
    }

    [Fact]
    public async Task Several_attributes_are_deleted_in_a_call()
    {
        using var ecs = new LocalEcs();
        var instance = (await ecs.Instances(1))[0];
        string Attributes(params string[] names) => string.Join(", ", names.Select(name => $$"""{ "name": "{{name}}", "value": "x", "targetId": "{{instance}}" }"""));
        await ecs.Call("PutAttributes", $$"""{ "attributes": [{{Attributes("rack", "row", "room")}}] }""");
        var deleted = await ecs.Call("DeleteAttributes", $$"""{ "attributes": [{{Attributes("rack", "room")}}] }""");
        Assert.Equal(["rack", "room"], deleted["attributes"]!.AsArray().Select(attribute => (string)attribute!["name"]!));
        foreach (var (name, count) in ((string, int)[])[("rack", 0), ("row", 1), ("room", 0)])
            Assert.Equal(count, (await ecs.Call("ListAttributes", $$"""{ "targetType": "container-instance", "attributeName": "{{name}}" }"""))["attributes"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_service_that_wants_no_tasks_is_deleted_while_some_still_run()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 2 }""");
        ecs.Settle();
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 0 }""");
        Assert.Equal("DRAINING", (string)(await ecs.Call("DeleteService", """{ "service": "web" }"""))["service"]!["status"]!);
        Assert.Equal(2, (await ecs.TasksOf()).Count);
        ecs.Settle();
        Assert.Equal("INACTIVE", (string)(await ecs.Service())["status"]!);
    }
}
