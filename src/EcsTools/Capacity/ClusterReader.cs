using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Capacity;

/// <summary>Reads all that a cluster has of something: lists it, and describes what was listed, as many in a call as ECS allows.</summary>
internal sealed class ClusterReader(EcsCommand command, JobOutput output)
{
    private readonly Calls calls = new(command, output);

    public async Task<List<ContainerInstance>> Instances(string? cluster)
    {
        var arns = await calls.All(Operations.ListContainerInstances, new() { Cluster = cluster });
        return await Describe(arns, Sizes.Page, async batch =>
            (await command.SendAsync(Operations.DescribeContainerInstances, new() { Cluster = cluster, ContainerInstances = batch }, output)).ContainerInstances);
    }

    public async Task<List<Service>> Services(string? cluster)
    {
        var arns = await calls.All(Operations.ListServices, new() { Cluster = cluster });
        return await Describe(arns, 10, async batch =>
            (await command.SendAsync(Operations.DescribeServices, new() { Cluster = cluster, Services = batch }, output)).Services);
    }

    /// <summary>The tasks that have not stopped. ECS lists those that are stopping together with those that have stopped.</summary>
    public async Task<List<EcsTask>> Tasks(string? cluster)
    {
        var meant = await calls.All(Operations.ListTasks, new() { Cluster = cluster });
        var stopping = await calls.All(Operations.ListTasks, new() { Cluster = cluster, DesiredStatus = DesiredStatus.Stopped });
        var tasks = await Describe(meant.Concat(stopping).Distinct(), Sizes.Page, async batch =>
            (await command.SendAsync(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = batch }, output)).Tasks);
        return tasks.FindAll(task => task.LastStatus != "STOPPED");
    }

    /// <summary>Task definitions by ARN or name, each once; those that are not there any more are left out.</summary>
    public async Task<List<TaskDefinition>> TaskDefinitions(IEnumerable<string?> identifiers)
    {
        var described = await Task.WhenAll(identifiers.OfType<string>().Distinct().Select(TaskDefinition));
        return [.. described.OfType<TaskDefinition>().DistinctBy(definition => definition.TaskDefinitionArn)];
    }

    /// <summary>The protection of tasks of services.</summary>
    public Task<List<ProtectedTask>> Protections(string? cluster, IEnumerable<string> tasks) => Describe(tasks, Sizes.Page, async batch =>
        (await command.SendAsync(Operations.GetTaskProtection, new() { Cluster = cluster, Tasks = batch }, output)).ProtectedTasks);

    /// <summary>Capacity providers by name.</summary>
    public Task<List<CapacityProvider>> CapacityProviders(IEnumerable<string> names) => Describe(names, Sizes.CapacityProviders, async batch =>
        (await calls.All(Operations.DescribeCapacityProviders, new() { CapacityProviders = batch }, pageSize: null))!);

    private async Task<TaskDefinition?> TaskDefinition(string identifier)
    {
        try
        {
            return (await command.SendAsync(Operations.DescribeTaskDefinition, new() { TaskDefinition = identifier }, output)).TaskDefinition;
        }
        catch (EcsException e) when (e.ErrorCode == "ClientException")
        {
            return null;
        }
    }

    private static async Task<List<T>> Describe<T>(IEnumerable<string> arns, int batchSize, Func<List<string>, Task<List<T>?>> describe)
    {
        var described = await Task.WhenAll(arns.Chunk(batchSize).Select(batch => describe([.. batch])));
        return [.. described.SelectMany(batch => batch ?? [])];
    }
}
