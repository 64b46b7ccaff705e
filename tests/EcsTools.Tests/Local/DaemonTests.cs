using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Daemons roll out over the instances of their capacity providers, on simulated time.</summary>
public class DaemonTests
{
    private const string Providers = "arn:aws:ecs:us-east-1:123456789012:capacity-provider";
    private const string Daemon = "arn:aws:ecs:us-east-1:123456789012:daemon/default/agent";

    [Fact]
    public async Task A_deployment_passes_from_pending_through_progress_to_success()
    {
        using var ecs = await Open(instances: 0);
        var arn = (string)(await Create(ecs))["deploymentArn"]!;
        Assert.Equal("PENDING", (string)(await Deployment(ecs, arn))["status"]!);
        ecs.Settle();
        var deployment = await Deployment(ecs, arn);
        Assert.Equal("SUCCESSFUL", (string)deployment["status"]!);
        Assert.NotNull(deployment["startedAt"]);
        Assert.NotNull(deployment["finishedAt"]);
    }

    [Fact]
    public async Task Instances_are_drained_by_the_share_that_the_configuration_allows()
    {
        using var ecs = await Open(instances: 4);
        var arn = (string)(await Create(ecs, """ , "deploymentConfiguration": { "drainPercent": 50 } """))["deploymentArn"]!;
        ecs.Advance(1);
        Assert.Equal((0, 2), Counts(await Deployment(ecs, arn)));
        ecs.Advance(30);
        Assert.Equal((2, 2), Counts(await Deployment(ecs, arn)));
        ecs.Advance(30);
        Assert.Equal((4, 0), Counts(await Deployment(ecs, arn)));
        Assert.Equal("SUCCESSFUL", (string)(await Deployment(ecs, arn))["status"]!);

        static (int, int) Counts(JsonNode deployment) =>
            ((int)deployment["targetDaemonRevision"]!["totalRunningInstanceCount"]!, (int)deployment["targetDaemonRevision"]!["totalDrainingInstanceCount"]!);
    }

    [Fact]
    public async Task The_bake_time_passes_after_each_step()
    {
        using var ecs = await Open(instances: 2);
        var arn = (string)(await Create(ecs, """ , "deploymentConfiguration": { "drainPercent": 50, "bakeTimeInMinutes": 10 } """))["deploymentArn"]!;
        ecs.Advance(1 + (2 * 630) - 1);
        Assert.Equal("IN_PROGRESS", (string)(await Deployment(ecs, arn))["status"]!);
        ecs.Advance(1);
        Assert.Equal("SUCCESSFUL", (string)(await Deployment(ecs, arn))["status"]!);
    }

    [Fact]
    public async Task While_an_update_is_under_way_two_revisions_run()
    {
        using var ecs = await Open(instances: 4);
        await Create(ecs);
        ecs.Settle();
        await Define(ecs);
        await ecs.Call("UpdateDaemon", $$"""{ "daemonArn": "{{Daemon}}", "daemonTaskDefinitionArn": "{{Definition(2)}}", "capacityProviderArns": ["{{Providers}}/mi"] }""");
        ecs.Advance(31);
        var revisions = (await Describe(ecs))["currentRevisions"]!.AsArray();
        Assert.Equal([2, 1], revisions.Select(r => (int)r!["totalRunningCount"]!)); // of four, one drains
        ecs.Settle();
        var left = Assert.Single((await Describe(ecs))["currentRevisions"]!.AsArray())!;
        Assert.Equal(4, (int)left["totalRunningCount"]!);
        var described = await ecs.Call("DescribeDaemonRevisions", $$"""{ "daemonRevisionArns": ["{{left["arn"]}}"] }""");
        Assert.Equal(Definition(2), (string)described["daemonRevisions"]![0]!["daemonTaskDefinitionArn"]!);
    }

    [Fact]
    public async Task A_later_deployment_stops_the_one_under_way()
    {
        using var ecs = await Open(instances: 4);
        var first = (string)(await Create(ecs))["deploymentArn"]!;
        ecs.Advance(10);
        await ecs.Call("UpdateDaemon", $$"""{ "daemonArn": "{{Daemon}}", "daemonTaskDefinitionArn": "{{Definition(1)}}", "capacityProviderArns": ["{{Providers}}/mi"] }""");
        ecs.Settle();
        Assert.Equal("STOPPED", (string)(await Deployment(ecs, first))["status"]!);
        var listed = (await ecs.Call("ListDaemonDeployments", $$"""{ "daemonArn": "{{Daemon}}" }"""))["daemonDeployments"]!.AsArray();
        Assert.Equal(["SUCCESSFUL", "STOPPED"], listed.Select(d => (string)d!["status"]!));
        Assert.Single((await ecs.Call("ListDaemonDeployments", $$"""{ "daemonArn": "{{Daemon}}", "status": ["STOPPED"] }"""))["daemonDeployments"]!.AsArray());
    }

    [Fact]
    public async Task An_instance_that_leaves_the_capacity_providers_of_a_daemon_loses_it()
    {
        using var ecs = await Open(instances: 2);
        await Create(ecs);
        ecs.Settle();
        await ecs.Call("UpdateDaemon", $$"""{ "daemonArn": "{{Daemon}}", "daemonTaskDefinitionArn": "{{Definition(1)}}", "capacityProviderArns": ["{{Providers}}/other"] }""");
        ecs.Settle();
        var revision = Assert.Single((await Describe(ecs))["currentRevisions"]!.AsArray())!;
        Assert.Equal(0, (int)revision["totalRunningCount"]!);
        Assert.Equal($"{Providers}/other", (string)Assert.Single(revision["capacityProviders"]!.AsArray())!["arn"]!);
    }

    [Fact]
    public async Task A_deleted_daemon_is_gone_when_its_tasks_have_stopped()
    {
        using var ecs = await Open(instances: 2);
        await Create(ecs);
        ecs.Settle();
        var answer = await ecs.Call("DeleteDaemon", $$"""{ "daemonArn": "{{Daemon}}" }""");
        Assert.Equal("DELETE_IN_PROGRESS", (string)answer["status"]!);
        Assert.Equal("DaemonNotActiveException", (await ecs.Fail("DeleteDaemon", $$"""{ "daemonArn": "{{Daemon}}" }""")).Type);
        ecs.Settle();
        Assert.Equal("DaemonNotFoundException", (await ecs.Fail("DescribeDaemon", $$"""{ "daemonArn": "{{Daemon}}" }""")).Type);
        Assert.Empty((await ecs.Call("ListDaemons"))["daemonSummariesList"]!.AsArray());
    }

    [Fact]
    public async Task A_deleted_definition_stays_until_no_daemon_runs_it()
    {
        using var ecs = await Open(instances: 1);
        await Create(ecs);
        ecs.Settle();
        await ecs.Call("DeleteDaemonTaskDefinition", """{ "daemonTaskDefinition": "agent:1" }""");
        ecs.Settle();
        Assert.Equal("DELETE_IN_PROGRESS", await Status());
        await ecs.Call("DeleteDaemon", $$"""{ "daemonArn": "{{Daemon}}" }""");
        ecs.Settle();
        Assert.Equal("DELETED", await Status());

        async Task<string> Status() => (string)(await ecs.Call("DescribeDaemonTaskDefinition", """{ "daemonTaskDefinition": "agent:1" }"""))["daemonTaskDefinition"]!["status"]!;
    }

    [Fact]
    public async Task The_state_is_the_same_after_saving_and_loading_in_the_midst_of_a_rollout()
    {
        using var ecs = await Open(instances: 4);
        await Create(ecs);
        ecs.Advance(40);
        var state = await ecs.State();
        await ecs.Control(HttpMethod.Put, "/_local/state", state);
        Assert.Equal(state, await ecs.State());
        ecs.Settle();
        Assert.Equal(4, (int)(await Describe(ecs))["currentRevisions"]![0]!["totalRunningCount"]!);
    }

    [Fact]
    public async Task A_repeat_with_the_same_token_gives_the_same_daemon()
    {
        using var ecs = await Open(instances: 0);
        var first = await Create(ecs, """ , "clientToken": "t" """);
        var second = await Create(ecs, """ , "clientToken": "t" """);
        Assert.Equal((string)first["deploymentArn"]!, (string)second["deploymentArn"]!);
    }

    [Theory]
    [InlineData("CreateDaemon", """{ "daemonName": "agent", "daemonTaskDefinitionArn": "$definition:1", "capacityProviderArns": ["$provider"] }""", "InvalidParameterException", "Creation of daemon was not idempotent.")]
    [InlineData("CreateDaemon", """{ "daemonName": "a b", "daemonTaskDefinitionArn": "$definition:1", "capacityProviderArns": ["$provider"] }""", "InvalidParameterException", @"Daemon name must match ^[a-zA-Z0-9\-_]{1,255}$, but was a b")]
    [InlineData("CreateDaemon", """{ "daemonName": "b", "daemonTaskDefinitionArn": "$definition:1", "capacityProviderArns": [] }""", "InvalidParameterException", "Capacity providers cannot be empty.")]
    [InlineData("CreateDaemon", """{ "daemonName": "b", "daemonTaskDefinitionArn": "$definition:1", "capacityProviderArns": ["mi"] }""", "InvalidParameterException", "Invalid identifier: mi is no ARN of a capacity provider.")]
    [InlineData("CreateDaemon", """{ "daemonName": "b", "daemonTaskDefinitionArn": "agent:1", "capacityProviderArns": ["$provider"] }""", "InvalidParameterException", "Daemon task definition must be given by its full ARN.")]
    [InlineData("CreateDaemon", """{ "daemonName": "b", "daemonTaskDefinitionArn": "$definition:9", "capacityProviderArns": ["$provider"] }""", "ClientException", "Daemon task definition not found.")]
    [InlineData("CreateDaemon", """{ "daemonName": "b", "daemonTaskDefinitionArn": "$definition:2", "capacityProviderArns": ["$provider"] }""", "ClientException", "Daemon task definition is inactive.")]
    [InlineData("CreateDaemon", """{ "daemonName": "b", "daemonTaskDefinitionArn": "$definition:1", "capacityProviderArns": ["$provider"], "deploymentConfiguration": { "drainPercent": 101 } }""", "InvalidParameterException", "drainPercent must be between 0 and 100.")]
    [InlineData("CreateDaemon", """{ "daemonName": "b", "clusterArn": "arn:aws:ecs:us-east-1:123456789012:cluster/nope", "daemonTaskDefinitionArn": "$definition:1", "capacityProviderArns": ["$provider"] }""", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("DescribeDaemon", """{ "daemonArn": "arn:aws:ecs:us-east-1:123456789012:daemon/default/nope" }""", "DaemonNotFoundException", "Daemon not found.")]
    [InlineData("DescribeDaemon", """{ "daemonArn": "agent" }""", "InvalidParameterException", "Invalid identifier: agent is no ARN of a daemon.")]
    [InlineData("UpdateDaemon", """{ "daemonArn": "arn:aws:ecs:us-east-1:123456789012:daemon/default/nope", "daemonTaskDefinitionArn": "$definition:1", "capacityProviderArns": ["$provider"] }""", "DaemonNotFoundException", "Daemon not found.")]
    [InlineData("ListDaemonDeployments", """{ "daemonArn": "arn:aws:ecs:us-east-1:123456789012:daemon/default/agent", "status": ["DONE"] }""", "InvalidParameterException", null)]
    [InlineData("DescribeDaemonDeployments", """{ "daemonDeploymentArns": [] }""", "InvalidParameterException", "Daemon deployments cannot be empty.")]
    [InlineData("RegisterDaemonTaskDefinition", """{ "family": "x", "containerDefinitions": [] }""", "ClientException", "Container list cannot be empty.")]
    [InlineData("RegisterDaemonTaskDefinition", """{ "family": "a b", "containerDefinitions": [{ "name": "c", "image": "i" }] }""", "ClientException", "Family contains invalid characters.")]
    [InlineData("RegisterDaemonTaskDefinition", """{ "family": "x", "containerDefinitions": [{ "name": "c", "image": "i", "essential": false }] }""", "ClientException", "Task definition doesn't have any essential container.")]
    [InlineData("RegisterDaemonTaskDefinition", """{ "family": "x", "containerDefinitions": [{ "name": "c", "image": "i", "mountPoints": [{ "sourceVolume": "v" }] }] }""", "ClientException", "Unknown volume 'v'.")]
    [InlineData("DescribeDaemonTaskDefinition", """{ "daemonTaskDefinition": "nope" }""", "ClientException", "Unable to describe daemon task definition.")]
    [InlineData("DeleteDaemonTaskDefinition", """{ "daemonTaskDefinition": "agent" }""", "InvalidParameterException", "Revision is missing.")]
    [InlineData("DeleteDaemonTaskDefinition", """{ "daemonTaskDefinition": "agent:2" }""", "ClientException", "The specified daemon task definition is not in ACTIVE status and can not be deleted.")]
    public async Task ECS_refuses(string operation, string request, string type, string? message)
    {
        using var ecs = await Open(instances: 0);
        await Create(ecs);
        await Define(ecs);
        await ecs.Call("DeleteDaemonTaskDefinition", """{ "daemonTaskDefinition": "agent:2" }""");
        var before = await ecs.State();
        var error = await ecs.Fail(operation, request.Replace("$definition", Definition(1)[..^2]).Replace("$provider", $"{Providers}/mi"));
        Assert.Equal(type, error.Type);
        if (message is not null) Assert.Equal(message, error.Message);
        Assert.Equal(before, await ecs.State());
    }

    [Fact]
    public async Task A_daemon_has_one_task_on_each_instance_listed_by_its_name_and_counted_against_the_room()
    {
        using var ecs = await Open(instances: 2);
        await Create(ecs, """ , "tags": [{ "key": "team", "value": "sre" }], "propagateTags": "DAEMON", "enableECSManagedTags": true """);
        ecs.Settle();
        var tasks = await Tasks(ecs);
        Assert.Equal(2, tasks.Select(task => (string)task!["containerInstanceArn"]!).Distinct().Count());
        Assert.All(tasks, task => Assert.Equal(("daemon:agent", "RUNNING", "MANAGED_INSTANCES", "mi", Definition(1)), ((string)task!["group"]!, (string)task["lastStatus"]!, (string)task["launchType"]!, (string)task["capacityProviderName"]!, (string)task["taskDefinitionArn"]!)));
        Assert.Equal(["team=sre", "aws:ecs:clusterName=default", "aws:ecs:daemonName=agent"], tasks[0]!["tags"]!.AsArray().Select(tag => $"{tag!["key"]}={tag["value"]}"));
        Assert.Empty((await ecs.Call("ListTasks", """{ "daemonName": "other" }"""))["taskArns"]!.AsArray());
        var instance = (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": ["{{tasks[0]!["containerInstanceArn"]}}"] }"""))["containerInstances"]![0]!;
        Assert.Equal(2048 - 64, (int)instance["remainingResources"]!.AsArray().First(resource => (string)resource!["name"]! == "MEMORY")!["integerValue"]!);
    }

    [Fact]
    public async Task An_update_replaces_the_tasks_step_by_step_and_a_deletion_stops_them()
    {
        using var ecs = await Open(instances: 4);
        await Create(ecs);
        ecs.Settle();
        await Define(ecs);
        await ecs.Call("UpdateDaemon", $$"""{ "daemonArn": "{{Daemon}}", "daemonTaskDefinitionArn": "{{Definition(2)}}", "capacityProviderArns": ["{{Providers}}/mi"] }""");
        ecs.Advance(20);
        Assert.Equal(3, (await Tasks(ecs)).Count);
        ecs.Advance(20);
        Assert.Equal([Definition(1), Definition(1), Definition(2)], (await Tasks(ecs)).Select(task => (string)task!["taskDefinitionArn"]!).Order());
        ecs.Settle();
        Assert.Equal(Enumerable.Repeat(Definition(2), 4), (await Tasks(ecs)).Select(task => (string)task!["taskDefinitionArn"]!));
        await ecs.Call("DeleteDaemon", $$"""{ "daemonArn": "{{Daemon}}" }""");
        ecs.Settle();
        Assert.Empty(await Tasks(ecs));
    }

    [Fact]
    public async Task A_daemons_task_that_stops_is_started_again()
    {
        using var ecs = await Open(instances: 1);
        await Create(ecs);
        ecs.Settle();
        var first = (string)(await Tasks(ecs))[0]!["taskArn"]!;
        await ecs.Call("StopTask", $$"""{ "task": "{{first}}" }""");
        ecs.Settle();
        Assert.NotEqual(first, (string)Assert.Single(await Tasks(ecs))!["taskArn"]!);
    }

    [Fact]
    public async Task An_instance_without_room_goes_without_the_daemon_until_there_is_some()
    {
        using var ecs = await Open(instances: 1);
        await ecs.Definition("full", memory: 2048, more: """ "networkMode": "awsvpc", "cpu": "128", "memory": "2048", """);
        var ran = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "full", "capacityProviderStrategy": [{ "capacityProvider": "mi" }], "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } }"""))["tasks"]![0]!["taskArn"]!;
        await Create(ecs);
        ecs.Settle();
        Assert.Empty(await Tasks(ecs));
        Assert.Equal((0, 1), Counts(await Describe(ecs)));
        await ecs.Call("StopTask", $$"""{ "task": "{{ran}}" }""");
        ecs.Settle();
        Assert.Single(await Tasks(ecs));
        Assert.Equal((1, 0), Counts(await Describe(ecs)));

        static (int, int) Counts(JsonNode daemon) => ((int)daemon["currentRevisions"]![0]!["totalRunningCount"]!, (int)daemon["currentRevisions"]![0]!["totalWithoutDaemonCount"]!);
    }

    [Fact]
    public async Task A_managed_instance_comes_for_a_task_gets_the_daemon_first_and_goes_when_only_the_daemon_is_left()
    {
        using var ecs = await Open(instances: 0);
        await ecs.ManagedInstances("short", scaleInAfter: 60);
        await ecs.Call("CreateDaemon", $$"""{ "daemonName": "agent", "daemonTaskDefinitionArn": "{{Definition(1)}}", "capacityProviderArns": ["{{Providers}}/short"] }""");
        ecs.Settle();
        await ecs.Definition("web", cpu: 3000, more: """ "networkMode": "awsvpc", "requiresCompatibilities": ["MANAGED_INSTANCES"], "cpu": "4096", "memory": "4096", """);
        var ran = (await ecs.Call("RunTask", """
            {
              "taskDefinition": "web",
              "capacityProviderStrategy": [{ "capacityProvider": "short", "weight": 1 }],
              "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } }
            }
            """))["tasks"]![0]!;
        Assert.Equal(("PROVISIONING", "MANAGED_INSTANCES"), ((string)ran["lastStatus"]!, (string)ran["launchType"]!));
        ecs.Advance(120);
        var task = await ecs.Task((string)ran["taskArn"]!);
        Assert.Equal("RUNNING", (string)task["lastStatus"]!);
        var agent = Assert.Single(await Tasks(ecs))!;
        Assert.Equal((string)task["containerInstanceArn"]!, (string)agent["containerInstanceArn"]!);
        Assert.True((double)agent["startedAt"]! < (double)task["startedAt"]!);
        await ecs.Call("StopTask", $$"""{ "task": "{{ran["taskArn"]}}" }""");
        ecs.Settle();
        Assert.Empty((await ecs.Call("ListContainerInstances"))["containerInstanceArns"]!.AsArray());
        Assert.Equal("TerminationNotice", (string)(await ecs.Task((string)agent["taskArn"]!))["stopCode"]!);
    }

    [Fact]
    public async Task A_daemon_runs_on_managed_instances_only_that_the_cluster_has()
    {
        using var ecs = await Open(instances: 0);
        await ecs.Call("CreateCapacityProvider", """{ "name": "big", "autoScalingGroupProvider": { "autoScalingGroupArn": "a" } }""");
        await ecs.Call("PutClusterCapacityProviders", """{ "cluster": "default", "capacityProviders": ["mi", "big"], "defaultCapacityProviderStrategy": [] }""");
        Assert.Equal("The capacity provider big is not of Amazon ECS Managed Instances. Daemons run on no others.", await Refusal("big"));
        Assert.Equal("The specified capacity provider was not found. Specify a valid capacity provider and try again.", await Refusal("nosuch"));

        async Task<string> Refusal(string provider) =>
            (await ecs.Fail("CreateDaemon", $$"""{ "daemonName": "agent", "daemonTaskDefinitionArn": "{{Definition(1)}}", "capacityProviderArns": ["{{Providers}}/{{provider}}"] }""")).Message;
    }

    /// <summary>A cluster with instances that a capacity provider "mi" brought, and a daemon task definition.</summary>
    private static async Task<LocalEcs> Open(int instances)
    {
        var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        foreach (var name in new[] { "mi", "other" }) await ecs.ManagedInstances(name);
        await ecs.Instances(instances);
        // An instance that registers itself belongs to no capacity provider, except by the state.
        var state = (await ecs.State()).Replace("\"containerInstanceArn\"", "\"capacityProviderName\": \"mi\", \"containerInstanceArn\"", StringComparison.Ordinal);
        await ecs.Control(HttpMethod.Put, "/_local/state", state);
        await Define(ecs);
        return ecs;
    }

    private static Task<JsonNode> Define(LocalEcs ecs) =>
        ecs.Call("RegisterDaemonTaskDefinition", """{ "family": "agent", "containerDefinitions": [{ "name": "agent", "image": "agent:1", "memory": 64 }] }""");

    private static string Definition(int revision) => $"arn:aws:ecs:us-east-1:123456789012:daemon-task-definition/agent:{revision}";

    private static Task<JsonNode> Create(LocalEcs ecs, string more = "") =>
        ecs.Call("CreateDaemon", $$"""{ "daemonName": "agent", "daemonTaskDefinitionArn": "{{Definition(1)}}", "capacityProviderArns": ["{{Providers}}/mi"] {{more}} }""");

    private static async Task<JsonArray> Tasks(LocalEcs ecs)
    {
        var arns = (await ecs.Call("ListTasks", """{ "daemonName": "agent" }"""))["taskArns"]!.AsArray();
        return arns.Count == 0 ? [] : (await ecs.Call("DescribeTasks", $$"""{ "tasks": {{arns.ToJsonString()}}, "include": ["TAGS"] }"""))["tasks"]!.AsArray();
    }

    private static async Task<JsonNode> Describe(LocalEcs ecs) => (await ecs.Call("DescribeDaemon", $$"""{ "daemonArn": "{{Daemon}}" }"""))["daemon"]!;

    private static async Task<JsonNode> Deployment(LocalEcs ecs, string arn) =>
        (await ecs.Call("DescribeDaemonDeployments", $$"""{ "daemonDeploymentArns": ["{{arn}}"] }"""))["daemonDeployments"]![0]!;
}
