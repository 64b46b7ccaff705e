using System.Collections.Concurrent;
using System.Management.Automation;
using System.Threading.Channels;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Calls;

/// <summary>The output of one job of a cmdlet. Jobs run on any thread; the cmdlet writes their output on the pipeline's thread.</summary>
/// <param name="connection">The connection of the cmdlet.</param>
/// <param name="notes">The notes of all jobs of the cmdlet, which are written immediately.</param>
/// <param name="news">Wakes the pipeline's thread when there is something to write.</param>
/// <param name="isVerbose">Whether calls are reported.</param>
/// <param name="stopsAtErrors">Whether an error ends the pipeline.</param>
internal sealed class JobOutput(
    Connection connection,
    ConcurrentQueue<Action<EcsCmdlet>> notes,
    ManualResetEventSlim news,
    bool isVerbose,
    bool stopsAtErrors) : IEcsCallObserver
{
    private volatile bool isUnderWay = true, endsPipeline;

    private readonly Channel<Action<EcsCmdlet>> writes =
        Channel.CreateBounded<Action<EcsCmdlet>>(new BoundedChannelOptions(Sizes.AnswersAhead) { SingleReader = true });

    /// <inheritdoc/>
    public bool CanSignIn { get; init; }

    /// <inheritdoc/>
    public void SigningIn(EcsSignIn signIn) => Note(command =>
    {
        command
            .WriteHost($"The AWS sign-in has expired. To sign in, open {signIn.Uri} and enter the code {signIn.UserCode}. Ctrl+C cancels.");
        Prompting.Open(signIn.UriWithCode);
    });

    /// <summary>The connection of the cmdlet.</summary>
    public Connection Connection => connection;

    /// <summary>The calls of the job.</summary>
    public JobCalls Calls => new(this);

    /// <summary>The region that the job asks, where there are several; null for the usual one.</summary>
    public string? Region { get; init; }

    public ChannelReader<Action<EcsCmdlet>> Writes => writes.Reader;

    /// <summary>
    /// When a job that waits began: its change and its wait share one -Timeout. Null for a wait that begins when it begins.
    /// </summary>
    public DateTimeOffset? Began { get; set; }

    /// <summary>Whether an error ends the pipeline.</summary>
    public bool StopsAtErrors => stopsAtErrors;

    /// <summary>Whether the next change has to wait for the job.</summary>
    public bool IsUnderWay => isUnderWay;

    /// <summary>Whether the job met an error that ends the pipeline when its turn comes.</summary>
    public bool EndsPipeline => endsPipeline;

    public ValueTask Object(object value) => Do(command => command.WriteObject(InRegion(value)));

    /// <summary>All objects of an answer at once.</summary>
    public ValueTask Objects<T>(IEnumerable<T>? values)
        where T : class
    {
        var all = values as IReadOnlyList<T> ?? [.. values ?? []];
        return all.Count == 0 ? default : Do(command =>
        {
            foreach (var value in all) command.WriteObject(InRegion(value));
        });
    }

    public ValueTask Error(ErrorRecord error)
    {
        endsPipeline |= stopsAtErrors;
        return Do(command => command.WriteJobError(error));
    }

    public ValueTask Error(EcsException error, object? target)
    {
        endsPipeline |= stopsAtErrors || EcsTools.Calls.Errors.ConcernsEveryCall(error);
        if (Region is not null) error = error.With($"{Region}: {error.Message}");
        return Do(command => command.WriteEcsError(error, target));
    }

    /// <summary>The items of a response's <c>failures</c>, an error each.</summary>
    public async ValueTask Errors(IEnumerable<Failure>? failures, string operation)
    {
        foreach (var failure in failures ?? [])
        {
            endsPipeline |= stopsAtErrors;
            await Do(command => command.WriteJobError(EcsTools.Calls.Errors.From(failure, operation, command)));
        }
    }

    /// <summary>Prompts for confirmation, as ShouldProcess does, when its turn has come: the change might depend on calls to ECS.</summary>
    public Task<bool> ShouldProcess(string target, string action, CancellationToken cancellation) =>
        Ask(command => !command.IsEnding && command.ShouldProcess(target, action), cancellation);

    /// <summary>
    /// Waits until all output so far is written; false if that ends the pipeline. For jobs that make several changes, before each.
    /// </summary>
    public Task<bool> Written(CancellationToken cancellation) => Ask(command => !command.IsEnding, cancellation);

    private async Task<bool> Ask(Func<EcsCmdlet, bool> question, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Do(command => answer.SetResult(question(command)));
        return await answer.Task.WaitAsync(cancellation);
    }

    public ValueTask Warning(string text) => Do(command => command.WriteWarning(text));

    /// <summary>Lines for the user at the prompt, like those of -WhatIf: displayed, and not part of the output.</summary>
    public ValueTask WriteHost(IEnumerable<string> lines) => Do(command =>
    {
        foreach (var line in lines) command.WriteHost(line);
    });

    /// <summary>Progress does not wait for its turn: bars of several jobs move together.</summary>
    public void Progress(ProgressRecord record) => Note(command => command.WriteProgress(record));

    /// <summary>Does something on the pipeline's thread, when its turn has come.</summary>
    public ValueTask OnPipeline(Action<EcsCmdlet> action) => Do(action);

    /// <summary>
    /// ECS has accepted the change, and what is left is to wait for its result. The next change can be sent, unless a bad result would stop
    /// it.
    /// </summary>
    public void Accepted()
    {
        if (stopsAtErrors) return;
        isUnderWay = false;
        news.Set();
    }

    public void Complete()
    {
        writes.Writer.Complete();
        isUnderWay = false;
        news.Set();
    }

    /// <inheritdoc/>
    public void Retrying(EcsRetry retry) => Verbose(() =>
        $"{retry.Operation}: attempt {retry.Attempt} failed with {retry.ErrorCode}{(retry.IsThrottling ? " (throttled)" : "")}, trying again");

    /// <inheritdoc/>
    public void Completed(EcsCall call) => Verbose(() =>
        $"{call.Operation}: {call.ErrorCode ?? "ok"} in {call.Elapsed.TotalMilliseconds:0.0} ms, {call.Attempts} {(call.Attempts == 1 ? "attempt" : "attempts")}, request {call.RequestId ?? "unanswered"}");

    /// <summary>An object with the region in which it was read.</summary>
    private object InRegion(object value)
    {
        if (Region is null) return value;
        var shown = PSObject.AsPSObject(value);
        if (shown.Properties[IConnectionParameters.Region] is null)
            shown.Properties.Add(new PSNoteProperty(IConnectionParameters.Region, Region));
        return shown;
    }

    private void Verbose(Func<string> line)
    {
        if (isVerbose) Note(command => command.WriteVerbose(line()));
    }

    private async ValueTask Do(Action<EcsCmdlet> write)
    {
        await writes.Writer.WriteAsync(write);
        news.Set();
    }

    /// <summary>Messages that are written immediately, without the order of the jobs.</summary>
    private void Note(Action<EcsCmdlet> write)
    {
        notes.Enqueue(write);
        news.Set();
    }
}
