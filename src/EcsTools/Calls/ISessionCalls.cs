using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>How a session asks AWS: to be resumed, and for its key.</summary>
internal interface ISessionCalls
{
    /// <summary>Sends one request, in a region.</summary>
    Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request, string? region)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new();
}
