using System.Globalization;
using EcsTools.Local.Engine;
using EcsTools.Model;
using KeyValuePair = EcsTools.Model.KeyValuePair;

namespace EcsTools.Local.Api;

/// <summary>Describes clusters with counts, settings, statistics and tags.</summary>
internal sealed class DescribeClustersHandler() : Handler<DescribeClustersRequest, DescribeClustersResponse>(Operations.DescribeClusters)
{
    private const int Most = 100;

    protected override DescribeClustersResponse Handle(Call call, DescribeClustersRequest request)
    {
        Check.Include(request.Include, "ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS");
        var names = request.Clusters is { Count: > 0 } given ? given : ["default"];
        Check.Ids(names, "Clusters", "clusters", Most);
        var answer = new DescribeClustersResponse { Clusters = [], Failures = [] };
        foreach (var name in names.DistinctBy(Identifiers.ClusterName))
        {
            if (call.FindCluster(name) is { } cluster) answer.Clusters.Add(Describe(cluster, request.Include ?? []));
            else answer.Failures.Add(new() { Arn = Identifiers.IsArn(name) ? name : call.Region.Arn($"cluster/{name}"), Reason = "MISSING" });
        }

        return answer;
    }

    private static Cluster Describe(ClusterState cluster, List<string> include)
    {
        var answer = cluster.Describe();
        if (!include.Contains("TAGS")) answer.Tags = [];
        if (!include.Contains("SETTINGS")) answer.Settings = [];
        if (!include.Contains("CONFIGURATIONS")) answer.Configuration = null;
        if (!include.Contains("ATTACHMENTS")) answer.Attachments = null;
        if (include.Contains("STATISTICS")) answer.Statistics = Statistics(cluster);
        return answer;
    }

    private static List<KeyValuePair> Statistics(ClusterState cluster)
    {
        var tasks = cluster.Tasks.Where(task => task.IsMeantToRun)
            .GroupBy(task => (task.IsRunning, task.Resource.LaunchType)).ToDictionary(group => group.Key, group => group.Count());
        var services = cluster.Services.Values
            .GroupBy(service => (service.Resource.Status, service.Resource.LaunchType)).ToDictionary(group => group.Key, group => group.Count());
        return
        [
            Of("runningEC2TasksCount", tasks.GetValueOrDefault((true, LaunchType.Ec2))),
            Of("runningFargateTasksCount", tasks.GetValueOrDefault((true, LaunchType.Fargate))),
            Of("pendingEC2TasksCount", tasks.GetValueOrDefault((false, LaunchType.Ec2))),
            Of("pendingFargateTasksCount", tasks.GetValueOrDefault((false, LaunchType.Fargate))),
            Of("activeEC2ServiceCount", services.GetValueOrDefault(("ACTIVE", LaunchType.Ec2))),
            Of("activeFargateServiceCount", services.GetValueOrDefault(("ACTIVE", LaunchType.Fargate))),
            Of("drainingEC2ServiceCount", services.GetValueOrDefault(("DRAINING", LaunchType.Ec2))),
            Of("drainingFargateServiceCount", services.GetValueOrDefault(("DRAINING", LaunchType.Fargate))),
        ];

        static KeyValuePair Of(string name, int count) => new() { Name = name, Value = count.ToString(CultureInfo.InvariantCulture) };
    }
}
