using EcsTools.Forecast.Descriptions;
using EcsTools.Model;

namespace EcsTools.Show.Reading;

/// <summary>Looks at a cluster again and again. A stopped task is described once, because it no longer changes.</summary>
/// <param name="calls">How ECS is asked.</param>
/// <param name="cluster">The name or ARN of the cluster.</param>
internal sealed class ClusterWatch(IEcsCalls calls, string cluster)
{
    /// <summary>The name of the cluster.</summary>
    public string Name { get; } = EcsArn.IdOf(cluster);

    private readonly EcsReader reader = new(calls);
    private Dictionary<string, EcsTask> stopped = [];

    /// <summary>Reads the cluster.</summary>
    /// <exception cref="EcsException">The cluster doesn't exist or can't be read.</exception>
    public async Task<DescribedCluster> Look(DateTimeOffset now)
    {
        var answer = await calls.Send(Operations.DescribeClusters, new() { Clusters = [cluster] });
        if (answer.Clusters is not [var described, ..])
            throw new EcsException("ClusterNotFoundException", $"The cluster {EcsArn.IdOf(cluster)} was not found.");
        var instances = await reader.Instances(cluster);
        var services = await reader.Services(cluster);
        var deployments = await reader.ServiceDeployments(services.Select(service => service.CurrentServiceDeployment).OfType<string>());
        var listed = new HashSet<string>();
        var tasks = await reader.AllTasks(cluster, arn =>
        {
            listed.Add(arn);
            return stopped.ContainsKey(arn);
        });
        stopped = stopped.Values
            .Where(task => listed.Contains(task.TaskArn!))
            .Concat(tasks.Where(task => task.LastStatus == "STOPPED"))
            .DistinctBy(task => task.TaskArn)
            .ToDictionary(task => task.TaskArn!);
        return new()
        {
            Cluster = described,
            Now = now,
            Instances = instances,
            Services = services,
            ServiceDeployments = deployments,
            Tasks = [.. tasks.Where(task => task.LastStatus != "STOPPED"), .. stopped.Values],
        };
    }
}
