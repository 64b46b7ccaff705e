using EcsTools.Model;

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

    /// <summary>The reader of lists and descriptions.</summary>
    public EcsReader Reader => new(this);

    /// <inheritdoc cref="EcsReader.All"/>
    public Task<List<TItem>> All<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, int? pageSize = EcsReader.Page)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => Reader.All(operation, request, pageSize);
}
