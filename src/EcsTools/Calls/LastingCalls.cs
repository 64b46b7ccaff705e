using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Calls;

/// <summary>The calls of a session that outlives its command.</summary>
internal sealed class LastingCalls(EcsClientSettings settings) : ISessionCalls
{
    /// <inheritdoc/>
    public async Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request, string? region)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        using var client = Clients.Factory.Create(settings with { Region = region ?? settings.Region }, operation.Service);
        return await client.SendAsync(operation, request, null, CancellationToken.None);
    }
}
