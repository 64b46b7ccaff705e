using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Calls;

/// <summary>Sends requests with a client of its own, several at once, for cmdlets that are no ECS commands.</summary>
internal sealed class ClientCalls(EcsClientSettings settings, CancellationToken cancellation) : IEcsCalls, IDisposable
{
    private readonly IEcsClient client = Clients.Factory.Create(settings);
    private readonly SemaphoreSlim slots = new(Sizes.Requests);
    private int count;

    /// <summary>The number of requests that were answered.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The endpoint of the requests.</summary>
    public Uri Endpoint => client.Endpoint;

    /// <inheritdoc/>
    public async Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        await slots.WaitAsync(cancellation);
        try
        {
            return await client.SendAsync(operation, request, null, cancellation);
        }
        finally
        {
            slots.Release();
            Interlocked.Increment(ref count);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        slots.Dispose();
    }
}
