using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that sends one request for each thing it is given, and changes something by it.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public abstract class EcsOperationCommand<TRequest, TResponse> : EcsChangeCommand
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
            if (LooksFirst(request)) Start(output => LookAndCall(request, output));
            else if (ShouldProcess(Subject(request), Action(request))) Start(output => Call(request, output));
            else if (IsWhatIf && Forecast(request) is { } tell) Start(tell);
        }
    }

    /// <summary>Fills a request from what a file holds, before the parameters are put into it.</summary>
    private protected virtual void Read(TRequest request, object? root) => RequestFile.Complete(request, root, null, null);

    private bool IsIncomplete(TRequest request)
    {
        if (this is not IRequestFile { CliInputJson: { } file } || RequestFile.Missing(request, file, CmdletParameters.Of(GetType())) is not { } missing) return false;
        WriteError(missing);
        return true;
    }

    /// <summary>Whether the effect of the request is known only after calls to ECS. They're also sent with -WhatIf.</summary>
    private protected virtual bool LooksFirst(TRequest request) => false;

    /// <summary>Reads the resource and describes the change. If the user agrees, <see cref="Prepare"/> follows.</summary>
    private protected virtual Task<string> Look(TRequest request, JobOutput output) => Task.FromResult(Action(request));

    /// <summary>Completes the request beyond its parameters; false skips the request, after an error was written.</summary>
    private protected virtual bool Complete(TRequest request) => true;

    /// <summary>Writes the predicted result of the request under -WhatIf, which requires calls to ECS; null if there is no prediction.</summary>
    private protected virtual Func<JobOutput, Task>? Forecast(TRequest request) => null;

    /// <summary>Adds what ECS must be asked for before the request can be sent.</summary>
    private protected virtual Task Prepare(TRequest request, JobOutput output) => Task.CompletedTask;

    /// <summary>The thing, as a person calls it: "service web in cluster prod".</summary>
    private protected abstract string Subject(TRequest request);

    /// <summary>The action: "Set the desired count to 4".</summary>
    private protected abstract string Action(TRequest request);

    /// <summary>Writes what came back.</summary>
    private protected abstract Task Emit(TRequest request, TResponse response, JobOutput output);

    private Task LookAndCall(TRequest request, JobOutput output) => Try(request, output, async () =>
    {
        var action = await Look(request, output); // it can also describe the subject further
        var isAgreed = await output.ShouldProcess(Subject(request), action, Cancellation);
        output.Began = null; // the time until the user answered isn't part of -Timeout
        if (isAgreed) await Send(request, output);
        else if (IsWhatIf && Forecast(request) is { } tell) await tell(output);
    });

    /// <summary>Sends a request and writes what came of it, also if that is an error.</summary>
    private protected Task Call(TRequest request, JobOutput output) => Try(request, output, () => Send(request, output));

    private async Task Send(TRequest request, JobOutput output)
    {
        await Prepare(request, output);
        await Emit(request, await SendAsync(Operation, request, output), output);
    }

    private async Task Try(TRequest request, JobOutput output, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (EcsException e)
        {
            var error = await Nearest.Add(await Explain(e, request, output), request);
            await output.Error(DoneBefore(request) is { } done ? error.With($"{error.Message} {done}") : error, ErrorTarget(request));
        }
    }

    /// <summary>Adds to an error what ECS must be asked for.</summary>
    private protected virtual Task<EcsException> Explain(EcsException error, TRequest request, JobOutput output) => Task.FromResult(error);

    /// <summary>The changes that were made before the request was sent, for the error of the request: "web:5 was registered."</summary>
    private protected virtual string? DoneBefore(TRequest request) => null;

    /// <summary>The target of an error: the name that the user specified.</summary>
    private protected virtual object? ErrorTarget(TRequest request) => Subject(request);
}
