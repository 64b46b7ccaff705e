using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that sends one request for each thing it is given, and changes something by it.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public abstract partial class EcsOperationCommand<TRequest, TResponse> : EcsChangeCommand
    where TRequest : class, IStructure<TRequest>, new()
    where TResponse : class, IStructure<TResponse>, new()
{
    /// <summary>The requests of this invocation, one per resource. The generator implements it.</summary>
    protected abstract IReadOnlyList<string?> Targets { get; }

    /// <summary>A cmdlet that acts on resources requires their names; a cmdlet that creates a resource doesn't.</summary>
    internal override bool IsClusterEnough => CmdletParameters.Of(GetType()).Target is not { Property.PropertyType: { IsArray: true } };

    private protected abstract Operation<TRequest, TResponse> Operation { get; }

    /// <summary>Puts the parameters that were given into a request. Made by the generator.</summary>
    protected abstract void Fill(TRequest request, string? target);

    /// <summary>Sends the requests that the user agrees to.</summary>
    private protected override void Process()
    {
        foreach (var target in Targets)
        {
            var request = new TRequest();
            if (this is IRequestFile { CliInputJson: { } file } && !RequestFile.TryRead(this, file, root => Read(request, root))) continue;
            Fill(request, target);
            if (!Complete(request) || IsIncomplete(request)) continue;
            var pending = NewPending(request);
            if (pending.RequiresLookup) Start(pending.LookUpAndSend);
            else if (ShouldProcess(Subject(request), Action(request))) Start(pending.Send);
            else if (IsWhatIf && pending.Forecast is { } forecast) Start(forecast);
        }
    }

    /// <summary>Fills a request from what a file holds, before the parameters are put into it.</summary>
    private protected virtual void Read(TRequest request, object? root) => RequestFile.Complete(request, root, null, null);

    /// <summary>Completes the request beyond its parameters; false skips the request, after an error was written.</summary>
    private protected virtual bool Complete(TRequest request) => true;

    /// <summary>The object of a request. A cmdlet whose requests need more than their parameters has a class of its own for them.</summary>
    private protected virtual PendingRequest NewPending(TRequest request) => new(this, request);

    /// <summary>The thing, as a person calls it: "service web in cluster prod".</summary>
    private protected abstract string Subject(TRequest request);

    /// <summary>The action: "Set the desired count to 4".</summary>
    private protected abstract string Action(TRequest request);

    /// <summary>Writes the output of a response. By default, there is none.</summary>
    private protected virtual Task Emit(TRequest request, TResponse response, JobOutput output) => Task.CompletedTask;

    private bool IsIncomplete(TRequest request)
    {
        if (this is not IRequestFile { CliInputJson: { } file }
            || RequestFile.Missing(request, file, CmdletParameters.Of(GetType())) is not { } missing)
            return false;
        WriteError(missing);
        return true;
    }
}
