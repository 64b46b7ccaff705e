namespace EcsTools.Model;

/// <summary>A way to send requests to ECS: as a cmdlet does, or at the pace of a page.</summary>
internal interface IEcsCalls
{
    /// <summary>Sends one request.</summary>
    Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new();
}
