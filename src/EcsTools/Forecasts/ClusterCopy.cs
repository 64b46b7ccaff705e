using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EcsTools.Calls;
using EcsTools.Forecast.Descriptions;
using EcsTools.Model;

namespace EcsTools.Forecasts;

/// <summary>Reads a cluster with all that decides what becomes of its tasks. Nothing but reading is asked of ECS.</summary>
internal static class ClusterCopy
{
    /// <summary>Nothing changes while a command predicts, so it reads a cluster once, however many changes are piped to it.</summary>
    private static readonly ConditionalWeakTable<
        Connection,
        ConcurrentDictionary<(string? Cluster, string? Region), Lazy<Task<DescribedCluster>>>> Copies = [];

    /// <param name="cluster">The cluster's name or ARN; null for the default one.</param>
    /// <param name="output">The job that asks.</param>
    /// <param name="taskDefinitions">Task definitions to try, in addition to those in use.</param>
    /// <exception cref="EcsException">The cluster is not there, or may not be read.</exception>
    public static async Task<DescribedCluster> Read(string? cluster, JobOutput output, params string?[] taskDefinitions)
    {
        var copies = Copies.GetValue(output.Connection, static _ => new());
        var copy = await copies.GetOrAdd((cluster, output.Region), key => new(() => ReadAll(key.Cluster, output))).Value;
        var missing = taskDefinitions.Where(name =>
            !copy.TaskDefinitions.Any(known => known.TaskDefinitionArn == name || EcsArn.IdOf(known.TaskDefinitionArn!) == name));
        return copy with { TaskDefinitions = [.. copy.TaskDefinitions, .. (await output.Calls.Reader.TaskDefinitions(missing)).ExceptBy(
            copy.TaskDefinitions.Select(known => known.TaskDefinitionArn), more => more.TaskDefinitionArn)] };
    }

    private static async Task<DescribedCluster> ReadAll(string? cluster, JobOutput output)
    {
        var reader = output.Calls.Reader;
        var (described, instances, services, tasks) =
            (Cluster(cluster, output.Calls), reader.Instances(cluster), reader.Services(cluster), reader.Tasks(cluster));
        await Task.WhenAll(described, instances, services, tasks);
        var used = tasks.Result
            .Select(task => task.TaskDefinitionArn)
            .Where(IsDescribable)
            .Concat(services.Result.SelectMany(service => service.Deployments ?? []).Select(deployment => deployment.TaskDefinition));
        var definitions = reader.TaskDefinitions(used);
        var providers = reader.CapacityProviders((described.Result.CapacityProviders ?? []).Where(name =>
            !name.StartsWith("FARGATE", StringComparison.Ordinal)));
        var protections = reader.Protections(
            cluster,
            tasks.Result.Where(task => TaskGroup.ServiceOf(task.Group) is not null).Select(task => task.TaskArn!));
        await Task.WhenAll(definitions, providers, protections);
        return new DescribedCluster
        {
            Cluster = described.Result,
            Now = output.Connection.WaitClock.Now,
            Instances = instances.Result,
            Services = services.Result,
            Tasks = tasks.Result,
            TaskDefinitions = definitions.Result,
            CapacityProviders = providers.Result,
            Protections = protections.Result,
        };
    }

    /// <summary>
    /// The tasks of daemons are of daemon task definitions, which the operations for task definitions don't return. Their sizes are in the
    /// tasks themselves.
    /// </summary>
    private static bool IsDescribable(string? taskDefinition) =>
        EcsArn.TryParse(taskDefinition, out var arn) && arn.ResourceType == "task-definition";

    private static async Task<Cluster> Cluster(string? cluster, JobCalls calls)
    {
        var response = await calls.Send(Operations.DescribeClusters, new() { Clusters = cluster is null ? null : [cluster] });
        return response.Clusters is [var found, ..]
            ? found
            : throw new EcsException(
                "ClusterNotFoundException",
                $"The cluster {cluster ?? "default"} was not found.") { Operation = nameof(Operations.DescribeClusters) };
    }
}
