using System.Collections.Concurrent;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>The revisions that something of any cluster uses: a service, a deployment in progress, a task set, a task.</summary>
internal sealed class RevisionsInUse(JobCalls calls)
{
    /// <summary>The ARNs of the revisions of a family that are in use.</summary>
    public async Task<HashSet<string>> Of(string family)
    {
        var used = new ConcurrentBag<string?>();
        var clusters = await calls.All(Operations.ListClusters, new());
        await Task.WhenAll(clusters.Select(cluster => Task.WhenAll(Services(cluster, used), Tasks(cluster, family, used))));
        return [.. used.OfType<string>()];
    }

    private async Task Services(string cluster, ConcurrentBag<string?> used)
    {
        foreach (var service in await calls.Reader.Services(cluster))
        {
            used.Add(service.TaskDefinition);
            foreach (var deployment in service.Deployments ?? []) used.Add(deployment.TaskDefinition);
            foreach (var set in service.TaskSets ?? []) used.Add(set.TaskDefinition);
        }
    }

    private async Task Tasks(string cluster, string family, ConcurrentBag<string?> used)
    {
        foreach (var task in await calls.Reader.ListedTasks(new() { Cluster = cluster, Family = family })) used.Add(task.TaskDefinitionArn);
    }
}
