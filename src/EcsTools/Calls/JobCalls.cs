using EcsTools.Model;
using EcsTools.Show.Reading;

namespace EcsTools.Calls;

/// <summary>The calls of one job.</summary>
internal sealed record JobCalls(JobOutput Output) : IEcsCalls, ISessionCalls
{
    /// <summary>The connection of the cmdlet.</summary>
    public Connection Connection => Output.Connection;

    /// <summary>Ends the calls before the command ends.</summary>
    public CancellationToken? Until { get; init; }

    public Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => Send(operation, request, region: null);

    /// <summary>The same in a region that the request doesn't name.</summary>
    public Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request, string? region)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => Connection.SendAsync(operation, request, Output, Until, region);

    /// <summary>The items of all pages.</summary>
    public async Task<List<TItem>> All<TRequest, TResponse, TItem>(PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, int? pageSize = Sizes.Page)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        var items = new List<TItem>();
        await foreach (var item in operation.All(request, Send, pageSize, cancellation: Until ?? Connection.Cancellation)) items.Add(item);
        return items;
    }

    /// <summary>The tasks that a request lists, however many there are.</summary>
    public async Task<List<EcsTask>> Tasks(ListTasksRequest request)
    {
        var arns = await All(Operations.ListTasks, request);
        var answers = await Task.WhenAll(arns.Chunk(Sizes.Tasks).Select(batch => Send(Operations.DescribeTasks, new() { Cluster = request.Cluster, Tasks = [.. batch] })));
        return [.. answers.SelectMany(answer => answer.Tasks ?? [])];
    }
}
