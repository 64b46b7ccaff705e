using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

public class ClusterTests
{
    [Fact]
    public async Task A_new_cluster_is_ACTIVE_with_container_insights_disabled()
    {
        using var ecs = new LocalEcs();
        var cluster = (await ecs.Call("CreateCluster"))["cluster"]!;
        Assert.Equal("arn:aws:ecs:us-east-1:123456789012:cluster/default", (string)cluster["clusterArn"]!);
        Assert.Equal("ACTIVE", (string)cluster["status"]!);
        Assert.Equal("""[{"name":"containerInsights","value":"disabled"}]""", cluster["settings"]!.ToJsonString());
    }

    [Fact]
    public async Task A_repeat_echoes_its_own_tags_and_keeps_the_stored_ones()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", """{ "clusterName": "c", "tags": [{ "key": "a", "value": "1" }] }""");
        var again = await ecs.Call("CreateCluster", """{ "clusterName": "c" }""");
        Assert.Empty(again["cluster"]!["tags"]!.AsArray());
        var stored = await ecs.Call("DescribeClusters", """{ "clusters": ["c"], "include": ["TAGS"] }""");
        Assert.Equal("a", (string)stored["clusters"]![0]!["tags"]![0]!["key"]!);
    }

    [Fact]
    public async Task Describing_without_include_gives_empty_lists_and_missing_clusters_are_failures()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", """{ "clusterName": "c", "tags": [{ "key": "a", "value": "1" }], "configuration": { "executeCommandConfiguration": { "logging": "NONE" } } }""");
        var answer = await ecs.Call("DescribeClusters", """{ "clusters": ["c", "gone", "arn:aws:ecs:us-east-1:123456789012:cluster/c"] }""");
        var cluster = Assert.Single(answer["clusters"]!.AsArray())!;
        Assert.Equal("[][][]", $"{cluster["tags"]!.ToJsonString()}{cluster["settings"]!.ToJsonString()}{cluster["statistics"]!.ToJsonString()}");
        Assert.Null(cluster["configuration"]);
        Assert.Equal("""[{"arn":"arn:aws:ecs:us-east-1:123456789012:cluster/gone","reason":"MISSING"}]""", answer["failures"]!.ToJsonString());
    }

    [Fact]
    public async Task Statistics_count_by_launch_type()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Call("RunTask", """{ "taskDefinition": "web", "count": 2 }""");
        ecs.Settle();
        await ecs.Call("RunTask", """{ "taskDefinition": "web" }""");
        var cluster = (await ecs.Call("DescribeClusters", """{ "include": ["STATISTICS"] }"""))["clusters"]![0]!;
        Assert.Equal(("2", "1"), (Statistic(cluster, "runningEC2TasksCount"), Statistic(cluster, "pendingEC2TasksCount")));
        Assert.Equal((2, 1, 1), ((int)cluster["runningTasksCount"]!, (int)cluster["pendingTasksCount"]!, (int)cluster["registeredContainerInstancesCount"]!));
    }

    [Fact]
    public async Task A_deleted_cluster_is_described_not_listed_and_its_name_starts_clean()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", """{ "clusterName": "c", "tags": [{ "key": "a", "value": "1" }] }""");
        Assert.Equal("INACTIVE", (string)(await ecs.Call("DeleteCluster", """{ "cluster": "c" }"""))["cluster"]!["status"]!);
        Assert.Equal("INACTIVE", (string)(await ecs.Call("DeleteCluster", """{ "cluster": "c" }"""))["cluster"]!["status"]!);
        Assert.Empty((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray());
        Assert.Equal("INACTIVE", (string)(await ecs.Call("DescribeClusters", """{ "clusters": ["c"] }"""))["clusters"]![0]!["status"]!);

        var again = await ecs.Call("CreateCluster", """{ "clusterName": "c", "settings": [{ "name": "containerInsights", "value": "enabled" }] }""");
        Assert.Equal("ACTIVE", (string)again["cluster"]!["status"]!);
        Assert.Empty(again["cluster"]!["tags"]!.AsArray());
    }

    [Fact]
    public async Task A_cluster_is_not_deleted_while_anything_lives_in_it()
    {
        using var ecs = new LocalEcs();
        var instance = Assert.Single(await ecs.Instances(1));
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        ecs.Settle();
        Assert.Equal(("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active."), await Delete());
        await ecs.Call("DeleteService", """{ "service": "web", "force": true }""");
        Assert.Equal(("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active."), await Delete());
        ecs.Settle();
        Assert.Equal(
            ("ClusterContainsContainerInstancesException", "The Cluster cannot be deleted while Container Instances are active or draining."), await Delete());
        await ecs.Call("DeregisterContainerInstance", $$"""{ "containerInstance": "{{instance}}" }""");
        await ecs.Call("DeleteCluster", """{ "cluster": "default" }""");

        Task<(string, string)> Delete() => ecs.Fail("DeleteCluster", """{ "cluster": "default" }""");
    }

    [Fact]
    public async Task The_first_instance_makes_the_default_cluster()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("RegisterContainerInstance", "{}");
        Assert.EndsWith("cluster/default", (string)Assert.Single((await ecs.Call("ListClusters"))["clusterArns"]!.AsArray())!);
    }

    private static string Statistic(JsonNode cluster, string name) =>
        (string)cluster["statistics"]!.AsArray().Single(pair => (string)pair!["name"]! == name)!["value"]!;
}
