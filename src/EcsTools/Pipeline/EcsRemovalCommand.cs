using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Pipeline;

/// <summary>A cmdlet that takes something away, and shows it only when it is asked to.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public abstract class EcsRemovalCommand<TRequest, TResponse> : EcsOperationCommand<TRequest, TResponse>
    where TRequest : class, IStructure<TRequest>, new()
    where TResponse : class, IStructure<TResponse>, new()
{
    /// <summary>Emits what was taken away, as ECS answered it.</summary>
    [Parameter(HelpMessage = "Emits what was taken away, as ECS answered it.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What was taken away.</summary>
    private protected abstract object Removed(TResponse response);

    private protected sealed override async Task Emit(TRequest request, TResponse response, JobOutput output)
    {
        if (PassThru) await output.Object(Removed(response));
    }
}
