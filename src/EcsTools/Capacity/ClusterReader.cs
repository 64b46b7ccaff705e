using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Capacity;

/// <summary>Reads all that a cluster has of something: lists it, and describes what was listed, as many in a call as ECS allows.</summary>
internal sealed class ClusterReader(EcsCommand command, JobOutput output)
{
    public async Task<List<ContainerInstance>> Instances(string? cluster)
    {
        var arns = await All(Operations.ListContainerInstances, new() { Cluster = cluster });
        return await Describe(arns, Pages.Largest, async batch =>
            (await command.SendAsync(Operations.DescribeContainerInstances, new() { Cluster = cluster, ContainerInstances = batch }, output)).ContainerInstances);
    }

    private async Task<List<string>> All<TRequest, TResponse>(PagedOperation<TRequest, TResponse, string> operation, TRequest request)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        var all = new List<string>();
        await foreach (var arn in operation.All(request, page => command.SendAsync(operation, page, output), Pages.Largest, command.Cancellation)) all.Add(arn);
        return all;
    }

    private static async Task<List<T>> Describe<T>(IEnumerable<string> arns, int batchSize, Func<List<string>, Task<List<T>?>> describe)
    {
        var described = await Task.WhenAll(arns.Chunk(batchSize).Select(batch => describe([.. batch])));
        return [.. described.SelectMany(batch => batch ?? [])];
    }
}
