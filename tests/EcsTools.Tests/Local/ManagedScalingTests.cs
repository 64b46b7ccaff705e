using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Tasks on the instances of capacity providers, and the instances that managed scaling brings for them.</summary>
public class ManagedScalingTests
{
    private const string Scaled = """ "managedScaling": { "status": "ENABLED", "instanceWarmupPeriod": 0 } """;
    private const string ByGroup = """ "capacityProviderStrategy": [{ "capacityProvider": "big", "weight": 1 }] """;

    [Fact]
    public async Task An_instance_belongs_to_the_provider_of_its_group_and_takes_that_providers_tasks_only_by_it()
    {
        using var ecs = await With("");
        await ecs.Instances(1);
        var own = await Register(ecs);
        var tasks = (await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", "count": 3, {{ByGroup}} }"""))["tasks"]!.AsArray();
        Assert.All(tasks, task => Assert.Equal((own, "big", "EC2"), ((string)task!["containerInstanceArn"]!, (string)task["capacityProviderName"]!, (string)task["launchType"]!)));
        var instance = (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": ["{{own}}"], "include": ["TAGS"] }"""))["containerInstances"]![0]!;
        Assert.Equal("big", (string)instance["capacityProviderName"]!);
        Assert.Equal("""[{"key":"team","value":"a"}]""", instance["tags"]!.ToJsonString());
    }

    [Theory]
    [InlineData(0, 100, "TaskFailedToStart: EMPTY CAPACITY PROVIDER")]
    [InlineData(1, 2000, "TaskFailedToStart: RESOURCE:CPU")]
    public async Task Without_managed_scaling_a_task_that_finds_no_room_fails_to_start(int instances, int cpu, string reason)
    {
        using var ecs = await With("");
        await ecs.Instances(1, cpu: 4096);
        for (var i = 0; i < instances; i++) await Register(ecs);
        await ecs.Definition("large", cpu: cpu);
        var task = (await ecs.Call("RunTask", $$"""{ "taskDefinition": "large", {{ByGroup}} }"""))["tasks"]![0]!;
        Assert.Equal("PROVISIONING", (string)task["lastStatus"]!);
        ecs.Advance(5);
        var stopped = await ecs.Task((string)task["taskArn"]!);
        Assert.Equal(("STOPPED", "TaskFailedToStart", reason), ((string)stopped["lastStatus"]!, (string)stopped["stopCode"]!, (string)stopped["stoppedReason"]!));
    }

    [Fact]
    public async Task Without_managed_scaling_all_instances_draining_is_no_active_instance()
    {
        using var ecs = await With("");
        var own = await Register(ecs);
        await ecs.Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{own}}"], "status": "DRAINING" }""");
        var arn = (string)(await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", {{ByGroup}} }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Advance(5);
        Assert.Equal("TaskFailedToStart: NO ACTIVE INSTANCES", (string)(await ecs.Task(arn))["stoppedReason"]!);
    }

    [Fact]
    public async Task A_service_without_managed_scaling_says_that_its_provider_is_empty_and_goes_on_when_it_is_not()
    {
        using var ecs = await With("");
        await ecs.Instances(1);
        await Service(ecs, 2);
        ecs.Advance(5);
        Assert.Equal("(service web) was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.", (string)(await ecs.Service())["events"]![0]!["message"]!);
        await Register(ecs);
        ecs.Settle();
        Assert.Equal(2, (int)(await ecs.Service())["runningCount"]!);
    }

    [Fact]
    public async Task Managed_scaling_brings_instances_for_tasks_that_wait_in_PROVISIONING()
    {
        using var ecs = await With(Scaled);
        await ecs.Definition("large", cpu: 1024);
        await Service(ecs, 5, "large");
        ecs.Advance(10);
        Assert.All(await ecs.TasksOf(), task => Assert.Equal(("PROVISIONING", null), ((string)task!["lastStatus"]!, (string?)task["containerInstanceArn"])));
        ecs.Advance(120);
        Assert.Equal(5, (int)(await ecs.Service())["runningCount"]!);
        var instances = await Instances(ecs);
        Assert.Equal(3, instances.Count); // two tasks of one core on each m5.large
        Assert.All(instances, instance => Assert.Equal("big", (string)instance!["capacityProviderName"]!));
        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c"], instances.Select(Zone).Order());
    }

    [Fact]
    public async Task New_instances_are_like_those_that_the_group_has()
    {
        using var ecs = await With(Scaled);
        await Register(ecs, cpu: 512);
        await ecs.Definition("large", cpu: 512);
        await ecs.Call("RunTask", $$"""{ "taskDefinition": "large", "count": 3, {{ByGroup}} }""");
        ecs.Advance(120);
        Assert.Equal([512, 512, 512], (await Instances(ecs)).Select(instance => (int)instance!["registeredResources"]!.AsArray().First(resource => (string)resource!["name"]! == "CPU")!["integerValue"]!));
    }

    [Fact]
    public async Task What_no_instance_of_the_group_could_take_waits_and_brings_none()
    {
        using var ecs = await With(Scaled);
        await ecs.Definition("huge", cpu: 100_000);
        await ecs.Call("RunTask", $$"""{ "taskDefinition": "huge", {{ByGroup}} }""");
        await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", {{ByGroup}}, "placementConstraints": [{ "type": "memberOf", "expression": "attribute:color == blue" }] }""");
        ecs.Settle();
        Assert.Empty(await Instances(ecs));
        var waiting = (await ecs.Call("ListTasks"))["taskArns"]!.AsArray();
        Assert.Equal(2, waiting.Count);
        await ecs.Call("StopTask", $$"""{ "task": "{{waiting[0]}}" }""");
        Assert.Equal("STOPPED", (string)(await ecs.Task((string)waiting[0]!))["lastStatus"]!);
    }

    [Fact]
    public async Task The_target_and_the_least_step_decide_how_many_come()
    {
        using var ecs = await With(""" "managedScaling": { "status": "ENABLED", "targetCapacity": 50, "minimumScalingStepSize": 1 } """);
        await ecs.Definition("large", cpu: 2048);
        await Service(ecs, 2, "large");
        ecs.Advance(90);
        Assert.Equal(4, (await Instances(ecs)).Count);

        using var stepped = await With(""" "managedScaling": { "status": "ENABLED", "minimumScalingStepSize": 3 } """);
        await Service(stepped, 1);
        stepped.Advance(90);
        Assert.Equal(3, (await Instances(stepped)).Count);
    }

    [Fact]
    public async Task Instances_that_nothing_needs_any_longer_go_after_a_quarter_of_an_hour()
    {
        using var ecs = await With(Scaled);
        await ecs.Definition("large", cpu: 2048);
        await Service(ecs, 4, "large");
        ecs.Advance(120);
        Assert.Equal(4, (await Instances(ecs)).Count);
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 0 }""");
        ecs.Advance(60 * 14);
        Assert.Equal(4, (await Instances(ecs)).Count);
        ecs.Settle();
        Assert.Empty(await Instances(ecs));
    }

    [Theory]
    [InlineData("UpdateCapacityProvider", """{ "name": "big", "autoScalingGroupProvider": { "managedScaling": { "status": "DISABLED" } } }""")]
    [InlineData("PutClusterCapacityProviders", """{ "cluster": "default", "capacityProviders": [], "defaultCapacityProviderStrategy": [] }""")]
    public async Task Instances_that_are_about_to_go_stay_when_nothing_scales_them_any_longer(string operation, string request)
    {
        using var ecs = await With(Scaled);
        await ecs.Definition("large", cpu: 2048);
        await Service(ecs, 2, "large");
        ecs.Advance(120);
        await ecs.Call("DeleteService", """{ "service": "web", "force": true }""");
        ecs.Advance(60 * 14);
        await ecs.Call(operation, request);
        ecs.Advance(60 * 60);
        Assert.Empty(ecs.Server.GetFaults());
        Assert.Equal(2, (await Instances(ecs)).Count);
    }

    [Theory]
    [InlineData("ENABLED")]
    [InlineData("DISABLED")]
    public async Task With_termination_protection_an_instance_with_a_task_stays_and_without_it_its_task_moves(string protection)
    {
        using var ecs = await With($$"""{{Scaled}}, "managedTerminationProtection": "{{protection}}" """);
        await ecs.Definition("large", cpu: 2048);
        await Service(ecs, 2, "large");
        ecs.Advance(120);
        var oldest = (await Instances(ecs))[0]!["containerInstanceArn"]!.ToString();
        var kept = (await ecs.TasksOf()).First(task => (string)task!["containerInstanceArn"]! == oldest)!["taskArn"]!.ToString();
        await ecs.Call("UpdateTaskProtection", $$"""{ "cluster": "default", "tasks": ["{{kept}}"], "protectionEnabled": true }""");
        await ecs.Call("UpdateService", """{ "service": "web", "desiredCount": 1 }""");
        ecs.Advance(60);
        await ecs.Call("UpdateTaskProtection", $$"""{ "cluster": "default", "tasks": ["{{kept}}"], "protectionEnabled": false }""");
        ecs.Settle();
        Assert.Single(await Instances(ecs));
        var left = Assert.Single(await ecs.TasksOf())!;
        Assert.Equal("RUNNING", (string)left["lastStatus"]!);
        Assert.Equal(protection == "ENABLED", (string)left["taskArn"]! == kept);
    }

    [Fact]
    public async Task No_more_than_500_tasks_of_a_cluster_wait()
    {
        using var ecs = await With(Scaled);
        await ecs.Definition("huge", cpu: 100_000);
        await Service(ecs, 600, "huge");
        ecs.Advance(10);
        var service = await ecs.Service();
        Assert.Equal(500, (int)service["pendingCount"]!);
        Assert.Equal("(service web) was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.", (string)service["events"]![0]!["message"]!);
        var refused = await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", {{ByGroup}} }""");
        Assert.Empty(refused["tasks"]!.AsArray());
        Assert.Equal("The tasks provisioning capacity limit was exceeded.", (string)refused["failures"]![0]!["reason"]!);
    }

    [Fact]
    public async Task A_state_with_tasks_that_wait_and_instances_that_come_is_saved_and_loaded()
    {
        using var ecs = await With(Scaled);
        await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", "count": 2, {{ByGroup}} }""");
        ecs.Advance(10);
        var state = await ecs.State();
        using var other = new LocalEcs();
        other.Advance(10); // a state contains the time at which it was saved
        Assert.Equal(System.Net.HttpStatusCode.OK, (await other.Control(HttpMethod.Put, "/_local/state", state)).Status);
        Assert.Equal(state, await other.State());
        other.Advance(120);
        Assert.Equal(2, (int)(await other.Call("DescribeClusters"))["clusters"]![0]!["runningTasksCount"]!);
    }

    private static async Task<LocalEcs> With(string settings)
    {
        var ecs = new LocalEcs();
        var comma = settings.Length > 0 ? "," : "";
        await ecs.Call("CreateCapacityProvider", $$"""{ "name": "big", "autoScalingGroupProvider": { "autoScalingGroupArn": "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/big-group"{{comma}} {{settings}} } }""");
        await ecs.Call("CreateCluster", """{ "clusterName": "default", "capacityProviders": ["big"] }""");
        await ecs.Definition();
        return ecs;
    }

    private static async Task<string> Register(LocalEcs ecs, int cpu = 1024) => (string)(await ecs.Call("RegisterContainerInstance", $$"""
        {
          "cluster": "default",
          "tags": [{ "key": "aws:autoscaling:groupName", "value": "big-group" }, { "key": "team", "value": "a" }],
          "totalResources": [{ "name": "CPU", "type": "INTEGER", "integerValue": {{cpu}} }, { "name": "MEMORY", "type": "INTEGER", "integerValue": 2048 }]
        }
        """))["containerInstance"]!["containerInstanceArn"]!;

    private static Task<JsonNode> Service(LocalEcs ecs, int count, string family = "web") =>
        ecs.Call("CreateService", $$"""{ "serviceName": "web", "taskDefinition": "{{family}}", "desiredCount": {{count}}, {{ByGroup}} }""");

    private static async Task<JsonArray> Instances(LocalEcs ecs)
    {
        var arns = (await ecs.Call("ListContainerInstances"))["containerInstanceArns"]!.AsArray();
        return arns.Count == 0 ? [] : (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": {{arns.ToJsonString()}} }"""))["containerInstances"]!.AsArray();
    }

    private static string Zone(JsonNode? instance) =>
        (string)instance!["attributes"]!.AsArray().First(attribute => (string)attribute!["name"]! == "ecs.availability-zone")!["value"]!;
}
