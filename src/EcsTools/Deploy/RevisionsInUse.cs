using System.Collections.Concurrent;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

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
        foreach (var arns in (await calls.All(Operations.ListServices, new() { Cluster = cluster })).Chunk(Operations.DescribeServices.BatchSize))
        {
            foreach (var service in await ServiceGoal.Describe(cluster, arns, calls))
            {
                used.Add(service.TaskDefinition);
                foreach (var deployment in service.Deployments ?? []) used.Add(deployment.TaskDefinition);
                foreach (var set in service.TaskSets ?? []) used.Add(set.TaskDefinition);
            }
        }
    }

    private async Task Tasks(string cluster, string family, ConcurrentBag<string?> used)
    {
        foreach (var arns in (await calls.All(Operations.ListTasks, new() { Cluster = cluster, Family = family })).Chunk(Operations.DescribeTasks.BatchSize))
        {
            foreach (var task in (await calls.Send(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = [.. arns] })).Tasks ?? []) used.Add(task.TaskDefinitionArn);
        }
    }
}
