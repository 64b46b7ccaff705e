using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

public class PagingTests
{
    [Fact]
    public async Task Pages_of_every_list_join_to_the_whole()
    {
        using var ecs = new LocalEcs();
        var instances = await ecs.Instances(5);
        foreach (var family in new[] { "a", "b", "b-c" })
        {
            await ecs.Definition(family);
            await ecs.Definition(family);
            await ecs.Call("CreateService", $$"""{ "serviceName": "{{family}}", "taskDefinition": "{{family}}", "desiredCount": 2 }""");
            await ecs.Call("CreateCluster", $$"""{ "clusterName": "{{family}}" }""");
        }

        ecs.Settle();
        Assert.Equal(instances, await All("ListContainerInstances", "containerInstanceArns"));
        Assert.Equal(6, (await All("ListTasks", "taskArns")).Distinct().Count());
        Assert.Equal(2, (await All("ListTasks", "taskArns", """ "serviceName": "b", """)).Distinct().Count());
        Assert.Equal(2, (await All("ListTasks", "taskArns", """ "family": "b-c", """)).Distinct().Count());
        Assert.Equal(["a", "b", "b-c"], (await All("ListServices", "serviceArns")).Select(arn => arn.Split('/')[^1]));
        Assert.Equal(["a", "b", "b-c", "default"], (await All("ListClusters", "clusterArns")).Select(arn => arn.Split('/')[^1]));
        Assert.Equal(["a", "b", "b-c"], await All("ListTaskDefinitionFamilies", "families"));
        Assert.Equal(["a:1", "a:2", "b:1", "b:2", "b-c:1", "b-c:2"], (await All("ListTaskDefinitions", "taskDefinitionArns")).Select(arn => arn.Split('/')[^1]));
        Assert.Equal(
            ["b-c:2", "b-c:1", "b:2", "b:1", "a:2", "a:1"],
            (await All("ListTaskDefinitions", "taskDefinitionArns", """ "sort": "DESC", """)).Select(arn => arn.Split('/')[^1]));

        async Task<List<string>> All(string operation, string member, string more = "")
        {
            var all = new List<string>();
            string? token = null;
            do
            {
                var page = await ecs.Call(operation, $$"""{ {{more}} {{(token is null ? "" : $"\"nextToken\": \"{token}\",")}} "maxResults": 2 }""");
                Assert.InRange(page[member]!.AsArray().Count, 1, 2);
                all.AddRange(page[member]!.AsArray().Select(item => (string)item!));
                token = (string?)page["nextToken"];
            }
            while (token is not null);
            return all;
        }
    }

    [Fact]
    public async Task ListServices_gives_ten_unless_asked_for_more()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster");
        await ecs.Definition();
        for (var i = 0; i < 12; i++) await ecs.Call("CreateService", $$"""{ "serviceName": "s{{i}}", "taskDefinition": "web", "desiredCount": 0 }""");
        Assert.Equal(10, Count(await ecs.Call("ListServices")));
        Assert.Equal(12, Count(await ecs.Call("ListServices", """{ "maxResults": 100 }""")));

        static int Count(JsonNode page) => page["serviceArns"]!.AsArray().Count;
    }

    [Fact]
    public async Task What_goes_away_between_pages_moves_nothing()
    {
        using var ecs = new LocalEcs();
        var arns = await ecs.Instances(4);
        var page = await ecs.Call("ListContainerInstances", """{ "maxResults": 2 }""");
        await ecs.Call("DeregisterContainerInstance", $$"""{ "containerInstance": "{{arns[1]}}" }""");
        await ecs.Call("DeregisterContainerInstance", $$"""{ "containerInstance": "{{arns[0]}}" }""");
        var next = await ecs.Call("ListContainerInstances", $$"""{ "maxResults": 2, "nextToken": "{{page["nextToken"]}}" }""");
        Assert.Equal([arns[2], arns[3]], next["containerInstanceArns"]!.AsArray().Select(arn => (string)arn!));
    }
}
