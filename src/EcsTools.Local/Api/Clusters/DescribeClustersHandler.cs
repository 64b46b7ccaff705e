using System.Globalization;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using KeyValuePair = EcsTools.Model.KeyValuePair;

namespace EcsTools.Local.Api.Clusters;

/// <summary>Describes clusters with counts, settings, statistics and tags.</summary>
internal sealed class DescribeClustersHandler() : Handler<DescribeClustersRequest, DescribeClustersResponse>(Operations.DescribeClusters)
{
    private const int Max = 100;

    private static readonly (string Name, string LaunchType)[] Kinds =
        [
            ("EC2", LaunchType.Ec2), ("Fargate", LaunchType.Fargate), ("External", LaunchType.External),
            ("ManagedInstances", LaunchType.ManagedInstances),
        ];

    protected override DescribeClustersResponse Handle(Call call, DescribeClustersRequest request)
    {
        var names = request.Clusters is { Count: > 0 } given ? given : ["default"];
        Check.Ids(names, "Clusters", "clusters", Max);
        var answer = new DescribeClustersResponse { Clusters = [], Failures = [] };
        foreach (var name in names.DistinctBy(Identifiers.ClusterName))
        {
            if (call.FindCluster(name) is { } cluster) answer.Clusters.Add(Describe(cluster, request.Include ?? []));
            else
                answer.Failures.Add(new()
                {
                    Arn = Identifiers.IsArn(name) ? name : call.Region.Arn($"cluster/{name}"),
                    Reason = "MISSING",
                });
        }

        if (answer.Clusters.Count > 0) Check.Include(request.Include, "ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS");
        return answer;
    }

    private static Cluster Describe(ClusterState cluster, List<string> include)
    {
        var answer = cluster.Describe();
        if (!include.Contains("TAGS")) answer.Tags = [];
        if (!include.Contains("SETTINGS")) answer.Settings = [];
        if (!include.Contains("CONFIGURATIONS")) answer.Configuration = null;
        answer.Attachments = include.Contains("ATTACHMENTS") ? answer.Attachments ?? [] : null;
        if (include.Contains("STATISTICS")) answer.Statistics = Statistics(cluster);
        return answer;
    }

    private static List<KeyValuePair> Statistics(ClusterState cluster)
    {
        var tasks = cluster.Tasks.Where(task => task.IsDesiredRunning)
            .GroupBy(task => (task.IsRunning, task.Resource.LaunchType)).ToDictionary(group => group.Key, group => group.Count());
        var services = cluster.Services.Values
            .GroupBy(service => (service.Resource.Status, service.Resource.LaunchType))
            .ToDictionary(group => group.Key, group => group.Count());
        return
        [
            .. Kinds.Select(kind => Of($"running{kind.Name}TasksCount", tasks.GetValueOrDefault((true, kind.LaunchType)))),
            .. Kinds.Select(kind => Of($"pending{kind.Name}TasksCount", tasks.GetValueOrDefault((false, kind.LaunchType)))),
            .. Kinds.Select(kind => Of($"active{kind.Name}ServiceCount", services.GetValueOrDefault(("ACTIVE", kind.LaunchType)))),
            .. Kinds.Select(kind => Of($"draining{kind.Name}ServiceCount", services.GetValueOrDefault(("DRAINING", kind.LaunchType)))),
        ];

        static KeyValuePair Of(string name, int count) => new() { Name = name, Value = count.ToString(CultureInfo.InvariantCulture) };
    }
}
