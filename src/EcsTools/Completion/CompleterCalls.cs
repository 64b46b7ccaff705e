using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>The calls of a completer.</summary>
internal sealed record CompleterCalls(IEcsClient Client, CancellationToken Cancellation) : IEcsCalls
{
    public Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => Client.SendAsync(operation, request, null, Cancellation);
}
