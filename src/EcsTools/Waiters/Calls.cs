using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Waiters;

/// <summary>How a wait asks ECS: as the cmdlet that waits, and for one of its jobs.</summary>
internal sealed record Calls(EcsCommand Command, JobOutput Output)
{
    public Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => Command.SendAsync(operation, request, Output);
}
