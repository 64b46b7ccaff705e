using System.Net;
using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Tasks, instances, clusters and tags, as recordings and reports of the real ECS show them.</summary>
public sealed class RecordedTaskTests
{
    private const string Fargate = """ "networkMode": "awsvpc", "cpu": "512", "memory": "1024", "requiresCompatibilities": ["FARGATE"], """;
    private const string RunOnFargate = """{ "taskDefinition": "fg", "launchType": "FARGATE", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } }""";

    [Fact]
    public async Task The_task_definition_is_looked_at_before_the_cluster_and_the_token()
    {
        using var ecs = await Open();
        await ecs.Call("RunTask", """{ "taskDefinition": "web:1", "clientToken": "t" }""");
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }""");
        Assert.Equal(("InvalidParameterException", "TaskDefinition is inactive"), await ecs.Fail("RunTask", """{ "taskDefinition": "web:1", "clientToken": "t" }"""));
        Assert.Equal(("InvalidParameterException", "TaskDefinition is inactive"), await ecs.Fail("StartTask", """{ "cluster": "nope", "taskDefinition": "web:1", "containerInstances": ["x"] }"""));
        await ecs.Call("DeleteTaskDefinitions", """{ "taskDefinitions": ["web:1"] }""");
        Assert.Equal(("InvalidParameterException", "TaskDefinition is being deleted"), await ecs.Fail("RunTask", """{ "cluster": "nope", "taskDefinition": "web:1" }"""));
        Assert.Equal(("ClientException", "TaskDefinition not found."), await ecs.Fail("RunTask", """{ "cluster": "nope", "taskDefinition": "nope" }"""));
    }

    [Fact]
    public async Task A_conflict_names_the_tasks()
    {
        using var ecs = await Open();
        var task = (await ecs.Call("RunTask", """{ "taskDefinition": "web", "clientToken": "t" }"""))["tasks"]![0]!;
        var (status, answer) = await ecs.Try("RunTask", """{ "taskDefinition": "web", "clientToken": "t", "count": 2 }""");
        Assert.Equal((HttpStatusCode.BadRequest, "ConflictException", (string)task["taskArn"]!), (status, (string)answer["__type"]!, (string)answer["resourceIds"]![0]!));
    }

    [Fact]
    public async Task Fargate_tasks_have_storage_digests_and_ids_of_their_own()
    {
        using var ecs = await Open();
        await ecs.Definition("fg", more: Fargate);
        var run = (await ecs.Call("RunTask", RunOnFargate))["tasks"]![0]!;
        Assert.Null(run["healthStatus"]);
        Assert.Equal(["subnetId"], run["attachments"]![0]!["details"]!.AsArray().Select(detail => (string)detail!["name"]!));
        ecs.Settle();
        var task = await ecs.Task((string)run["taskArn"]!);
        Assert.Equal(20, (int)task["fargateEphemeralStorage"]!["sizeInGiB"]!);
        Assert.Matches($"^{((string)run["taskArn"]!).Split('/')[2]}-\\d{{10}}$", (string)task["containers"]![0]!["runtimeId"]!);
        Assert.Matches("^sha256:[0-9a-f]{64}$", (string)task["containers"]![0]!["imageDigest"]!);
        Assert.Equal("UNKNOWN", (string)task["healthStatus"]!);
        Assert.Equal(5, task["attachments"]![0]!["details"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("HEALTHY")]
    [InlineData("UNHEALTHY")]
    public async Task A_task_is_as_healthy_as_the_containers_that_are_checked(string health)
    {
        using var ecs = await Open();
        await ecs.Call("RegisterTaskDefinition", """
            { "family": "pair", "containerDefinitions": [
              { "name": "checked", "image": "a", "memory": 8, "healthCheck": { "command": ["CMD", "x"], "interval": 5, "retries": 1 } },
              { "name": "plain", "image": "b", "memory": 8 } ] }
            """);
        await ecs.Behave($$""" "tasks": [{ "family": "pair", "container": "checked", "health": "{{health}}" }] """);
        var arn = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "pair" }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Advance(60);
        var task = await ecs.Task(arn);
        Assert.Equal(("RUNNING", health), ((string)task["lastStatus"]!, (string)task["healthStatus"]!));
    }

    [Fact]
    public async Task A_task_whose_containers_wait_is_PENDING_and_one_that_never_starts_has_no_exit_code()
    {
        using var ecs = await Open();
        await ecs.Call("RegisterTaskDefinition", """
            { "family": "pair", "networkMode": "awsvpc", "containerDefinitions": [
              { "name": "init", "image": "a", "memory": 8, "essential": false },
              { "name": "app", "image": "b", "memory": 8, "dependsOn": [{ "containerName": "init", "condition": "SUCCESS" }] } ] }
            """);
        await ecs.Behave(""" "tasks": [{ "family": "pair", "container": "init", "exitCode": 3, "exitAfter": 30 }] """);
        var arn = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "pair", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Advance(10);
        Assert.Equal("PENDING", (string)(await ecs.Task(arn))["lastStatus"]!);
        ecs.Settle();
        var app = (await ecs.Task(arn))["containers"]![1]!.AsObject();
        Assert.Equal(("STOPPED", false, false), ((string)app["lastStatus"]!, app.ContainsKey("exitCode"), app.ContainsKey("reason")));
    }

    [Fact]
    public async Task A_stopped_task_keeps_its_tags_but_does_not_list_them()
    {
        using var ecs = await Open();
        var arn = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web", "tags": [{ "key": "a", "value": "1" }] }"""))["tasks"]![0]!["taskArn"]!;
        Assert.Empty((await ecs.Call("StopTask", $$"""{ "task": "{{arn}}" }"""))["task"]!["tags"]!.AsArray());
        ecs.Settle();
        Assert.Single((await ecs.Call("DescribeTasks", $$"""{ "tasks": ["{{arn}}"], "include": ["TAGS"] }"""))["tasks"]![0]!["tags"]!.AsArray());
        Assert.Equal(("InvalidParameterException", "The specified task is stopped. Specify a running task and try again."), await ecs.Fail("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}" }"""));
    }

    [Fact]
    public async Task A_deleted_cluster_keeps_its_tags()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", """{ "clusterName": "c", "tags": [{ "key": "a", "value": "1" }] }""");
        Assert.Empty((await ecs.Call("DeleteCluster", """{ "cluster": "c" }"""))["cluster"]!["tags"]!.AsArray());
        Assert.Single((await ecs.Call("DescribeClusters", """{ "clusters": ["c"], "include": ["TAGS"] }"""))["clusters"]![0]!["tags"]!.AsArray());
    }

    [Fact]
    public async Task Clusters_have_sixteen_statistics_and_a_list_of_attachments()
    {
        using var ecs = await Open();
        var cluster = (await ecs.Call("DescribeClusters", """{ "include": ["STATISTICS", "ATTACHMENTS"] }"""))["clusters"]![0]!;
        var names = cluster["statistics"]!.AsArray().Select(statistic => (string)statistic!["name"]!).ToList();
        Assert.Equal(16, names.Distinct().Count());
        Assert.Contains("runningExternalTasksCount", names);
        Assert.Contains("activeManagedInstancesServiceCount", names);
        Assert.Empty(cluster["attachments"]!.AsArray());
        Assert.Empty((await ecs.Call("UpdateCluster", """{ "cluster": "default" }"""))["cluster"]!["attachments"]!.AsArray());
        Assert.Single((await ecs.Call("DescribeClusters", """{ "clusters": ["nope"], "include": ["BOGUS"] }"""))["failures"]!.AsArray());
        Assert.StartsWith("include should be one of", (await ecs.Fail("DescribeClusters", """{ "include": ["BOGUS"] }""")).Message, StringComparison.Ordinal);
        Assert.Equal("ClusterNotFoundException", (await ecs.Fail("UpdateClusterSettings", """{ "cluster": "nope", "settings": [{ "name": "bogus", "value": "x" }] }""")).Type);
    }

    [Fact]
    public async Task Numbers_of_an_instance_are_of_all_kinds()
    {
        using var ecs = await Open();
        var instance = (await ecs.Call("DescribeContainerInstances", $$"""{ "containerInstances": {{(await ecs.Call("ListContainerInstances"))["containerInstanceArns"]!.ToJsonString()}} }"""))["containerInstances"]![0]!;
        foreach (var list in new[] { "registeredResources", "remainingResources" })
        {
            var cpu = instance[list]!.AsArray().Single(resource => (string)resource!["name"]! == "CPU")!;
            Assert.Equal((0.0, 0L, 1024), ((double)cpu["doubleValue"]!, (long)cpu["longValue"]!, (int)cpu["integerValue"]!));
        }
    }

    [Theory]
    [InlineData("DeregisterTaskDefinition", """{ "taskDefinition": "web" }""", "Revision is missing")]
    [InlineData("DeregisterTaskDefinition", """{ "taskDefinition": "web:x" }""", "Invalid task definition: Invalid revision number.")]
    [InlineData("DeregisterTaskDefinition", """{ "taskDefinition": "gone:1" }""", "The task definition could not be deregistered because it is in the process of being deleted.")]
    [InlineData("DescribeTaskDefinition", """{ "taskDefinition": "web", "include": ["BOGUS"] }""", "BOGUS is not a valid value for include. The value must be one of [[TAGS]]")]
    [InlineData("RegisterTaskDefinition", """{ "family": "x", "tags": [{ "key": "a" }], "containerDefinitions": [{ "name": "a", "image": "a", "memory": 8 }] }""", "Tag value can not be null.")]
    public async Task Errors_about_task_definitions(string operation, string request, string text)
    {
        using var ecs = await Open();
        await ecs.Definition("gone");
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "gone:1" }""");
        await ecs.Call("DeleteTaskDefinitions", """{ "taskDefinitions": ["gone:1"] }""");
        Assert.Equal(("ClientException", text), await ecs.Fail(operation, request));
    }

    [Fact]
    public async Task Registration_fills_in_attributes_and_health_checks_and_tags_are_a_list()
    {
        using var ecs = await Open();
        await ecs.Call("RegisterTaskDefinition", """
            { "family": "x", "networkMode": "awsvpc", "taskRoleArn": "arn:aws:iam::123456789012:role/t", "executionRoleArn": "arn:aws:iam::123456789012:role/x", "containerDefinitions": [
              { "name": "a", "image": "a", "memory": 8, "healthCheck": { "command": ["CMD", "x"] }, "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-region": "r", "awslogs-group": "g" } } },
              { "name": "b", "image": "b", "memory": 8, "dependsOn": [{ "containerName": "a", "condition": "START" }] } ] }
            """);
        var answer = await ecs.Call("DescribeTaskDefinition", """{ "taskDefinition": "x" }""");
        Assert.Empty(answer["tags"]!.AsArray());
        var check = answer["taskDefinition"]!["containerDefinitions"]![0]!["healthCheck"]!;
        Assert.Equal((30, 5, 3), ((int)check["interval"]!, (int)check["timeout"]!, (int)check["retries"]!));
        var attributes = answer["taskDefinition"]!["requiresAttributes"]!.AsArray().Select(attribute => (string)attribute!["name"]!).ToList();
        Assert.Subset(attributes.ToHashSet(), new HashSet<string>
        {
            "com.amazonaws.ecs.capability.docker-remote-api.1.18", "com.amazonaws.ecs.capability.docker-remote-api.1.19", "ecs.capability.task-eni", "ecs.capability.container-ordering",
            "com.amazonaws.ecs.capability.logging-driver.awslogs", "ecs.capability.execution-role-awslogs", "com.amazonaws.ecs.capability.task-iam-role",
        });
    }

    private static async Task<LocalEcs> Open()
    {
        var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        return ecs;
    }
}
