using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>The context of a request.</summary>
/// <param name="Engine">The engine, under its lock.</param>
/// <param name="Region">The resources of the caller's account in the region.</param>
/// <param name="Url">The URL of the local ECS in the request.</param>
internal readonly record struct Call(EcsEngine Engine, RegionState Region, string Url)
{
    public DateTimeOffset Now => Engine.Now;
}

/// <summary>One operation of the API: checks the request as ECS does, changes the state, answers.</summary>
internal abstract class Handler
{
    private static readonly string[] ReadingVerbs = ["List", "Describe", "Get"];

    public abstract Operation Operation { get; }

    /// <summary>Whether it only looks at the state.</summary>
    public bool IsRead => Array.Exists(ReadingVerbs, verb => Operation.Name.StartsWith(verb, StringComparison.Ordinal));

    /// <exception cref="EcsFault">ECS refuses the request. Nothing has changed then.</exception>
    public abstract IStructure Handle(Call call, IStructure request);
}

/// <inheritdoc/>
internal abstract class Handler<TRequest, TResponse>(Operation operation) : Handler
    where TRequest : class, IStructure<TRequest>, new()
    where TResponse : class, IStructure<TResponse>, new()
{
    public override Operation Operation { get; } = operation;

    public override IStructure Handle(Call call, IStructure request) => Handle(call, (TRequest)request);

    protected abstract TResponse Handle(Call call, TRequest request);
}
