using System.Management.Automation;
using System.Threading.Channels;
using EcsTools.Model;

namespace EcsTools.Pipeline;

/// <summary>What one job of a cmdlet has to say. Jobs run on any thread; the cmdlet writes their output on the pipeline's thread.</summary>
internal sealed class JobOutput(ChannelWriter<Action<EcsCommand>> notes) : IEcsCallObserver
{
    /// <summary>How far a job may run ahead of the pipeline: enough to keep it busy, too little to fill memory.</summary>
    private const int Ahead = 512;

    private readonly Channel<Action<EcsCommand>> writes = Channel.CreateBounded<Action<EcsCommand>>(new BoundedChannelOptions(Ahead) { SingleReader = true });

    public ChannelReader<Action<EcsCommand>> Writes => writes.Reader;

    public ValueTask Object(object value) => Do(command => command.WriteObject(value));

    public async ValueTask Objects<T>(IEnumerable<T>? values)
        where T : class
    {
        foreach (var value in values ?? []) await Object(value);
    }

    public ValueTask Error(ErrorRecord error) => Do(command => command.WriteError(error));

    public ValueTask Error(EcsException error, object? target) => Do(command => command.WriteEcsError(error, target));

    /// <summary>The items of a response's <c>failures</c>, an error each.</summary>
    public async ValueTask Errors(IEnumerable<Failure>? failures, string operation)
    {
        foreach (var failure in failures ?? []) await Do(command => command.WriteError(Pipeline.Errors.From(failure, operation, command)));
    }

    /// <summary>Asks whether to go on, as ShouldProcess does, when its turn has come: what is to be done may have to be asked of ECS first.</summary>
    public async Task<bool> ShouldProcess(string target, string action, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Do(command => answer.SetResult(command.ShouldProcess(target, action)));
        return await answer.Task.WaitAsync(cancellation);
    }

    public ValueTask Warning(string text) => Do(command => command.WriteWarning(text));

    /// <summary>Lines for whoever sits at the prompt, as -WhatIf has them: shown, and no part of the output.</summary>
    public ValueTask Tell(IEnumerable<string> lines) => Do(command =>
    {
        foreach (var line in lines) command.WriteInformation(new HostInformationMessage { Message = line }, ["PSHOST"]);
    });

    /// <summary>Progress does not wait for its turn: bars of several jobs move together.</summary>
    public void Progress(ProgressRecord record) => Note(command => command.WriteProgress(record));

    /// <summary>Does something on the pipeline's thread, when its turn has come.</summary>
    public ValueTask OnPipeline(Action<EcsCommand> action) => Do(action);

    public void Complete() => writes.Writer.Complete();

    /// <inheritdoc/>
    public void Retrying(EcsRetry retry) => Note(command => command.WriteVerbose(
        $"{retry.Operation}: attempt {retry.Attempt} failed with {retry.ErrorCode}{(retry.IsThrottling ? " (throttled)" : "")}, trying again"));

    /// <inheritdoc/>
    public void Completed(EcsCall call) => Note(command => command.WriteVerbose(
        $"{call.Operation}: {call.ErrorCode ?? "ok"} in {call.Elapsed.TotalMilliseconds:0.0} ms, {call.Attempts} {(call.Attempts == 1 ? "attempt" : "attempts")}, request {call.RequestId ?? "unanswered"}"));

    private ValueTask Do(Action<EcsCommand> write) => writes.Writer.WriteAsync(write);

    /// <summary>What is said on the side, in no order with what other jobs write.</summary>
    private void Note(Action<EcsCommand> write) => notes.TryWrite(write);
}
