using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that ends something, and shows it only when it is asked to.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public abstract class EcsRemovalCommand<TRequest, TResponse> : EcsOperationCommand<TRequest, TResponse>
    where TRequest : class, IStructure<TRequest>, new()
    where TResponse : class, IStructure<TResponse>, new()
{
    [Parameter(HelpMessage = "Returns the resource as ECS reports it after the operation. By default, this cmdlet returns no output.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The changed resource: as ECS returned it or, with -Wait, in its final state. Null after an error was written.</summary>
    private protected abstract ValueTask<object?> Removed(TResponse response, JobOutput output);

    private protected sealed override async Task Emit(TRequest request, TResponse response, JobOutput output)
    {
        if (await Removed(response, output) is { } removed && PassThru) await output.Object(removed);
    }
}
