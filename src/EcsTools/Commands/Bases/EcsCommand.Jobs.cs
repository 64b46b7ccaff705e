using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <content>Jobs run on tasks; the pipeline's thread writes their output in the order in which they were started.</content>
public abstract partial class EcsCommand
{
    private readonly Queue<JobOutput> jobs = new();
    private readonly ConcurrentQueue<Action<EcsCmdlet>> notes = new();
    private readonly ManualResetEventSlim news = new(initialState: false, spinCount: 0); // an answer takes longer than spinning
    private bool? isAttended;
    private Action? end;

    /// <summary>Whether an error is about to end the pipeline, so that no further change starts.</summary>
    internal override bool IsEnding => end is not null;

    /// <summary>Whether an error can end the pipeline: the next change then waits until everything about the one before is known.</summary>
    private protected bool StopsAtErrors => ErrorPreference is ActionPreference.Stop or ActionPreference.Inquire;

    /// <summary>
    /// How many things one change may carry: one, if an error or the command that follows in the pipeline can stop before the next.
    /// </summary>
    private protected int InOneChange(int most) => StopsAtErrors || MyInvocation.PipelinePosition < MyInvocation.PipelineLength ? 1 : most;

    private ActionPreference ErrorPreference =>
        LanguagePrimitives.TryConvertTo<ActionPreference>(
            MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var given)
                ? given
                : SessionState.PSVariable.GetValue("ErrorActionPreference"), out var preference)
            ? preference
            : ActionPreference.Continue;

    /// <summary>
    /// Starts a job. Reading jobs run side by side. A change is answered and written before the next one starts, or before as many are in
    /// progress as -ThrottleLimit allows.
    /// </summary>
    /// <param name="job">The work.</param>
    /// <param name="asksEcs">Whether it asks ECS; without that, neither region nor credentials are needed.</param>
    private protected void Start(Func<JobOutput, Task> job, bool asksEcs = true)
    {
        if (jobs.Any(one => one.EndsPipeline)) FinishJobs();
        else Pump(() => jobs.Count <= Sizes.Jobs);
        var output = new JobOutput(
            Connection,
            notes,
            news,
            IsVerbose,
            StopsAtErrors)
        {
            Region = AskedRegion,
            CanSignIn = isAttended ??= Prompting.IsAttended(Host),
        };
        jobs.Enqueue(output);
        // made here, on the pipeline's thread, where a missing region ends the pipeline
        if (asksEcs && AskedRegion is null) _ = Connection.Client;
        if (this is IWaitParameters { Wait.IsPresent: true }) output.Began = WaitClock.Now;
        Begin(job, output);
        if (this is IChangeParameters { ThrottleLimit: var limit } && !IsWhatIf) Pump(() => jobs.Count(one => one.IsUnderWay) < limit);
        else WriteWhatIsThere();
    }

    /// <summary>
    /// Runs a job until it first waits. Its continuation must not run on this thread, as a host's context would require, because this
    /// thread waits for the job.
    /// </summary>
    private void Begin(Func<JobOutput, Task> job, JobOutput output)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            _ = Run(job, output);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private async Task Run(Func<JobOutput, Task> job, JobOutput output)
    {
        using var activity = Traces.Start(CmdletName);
        activity?.SetTag(Traces.WhatIf, IsWhatIf);
        try
        {
            await job(output);
        }
        catch (Exception) when (Cancellation.IsCancellationRequested)
        {
            // The pipeline was stopped, so no one reads the output.
        }
        catch (EcsException e)
        {
            await output.Error(await Nearest.Name(e), null);
        }
        catch (Exception e)
        {
            await output.Error(Errors.Unexpected(e));
        }
        finally
        {
            output.Complete();
        }
    }

    /// <summary>Waits for the jobs that were started so far, and writes their output.</summary>
    private protected void FinishJobs() => Pump(() => jobs.Count == 0);

    /// <summary>
    /// Writes the output of the jobs until the condition is met. Before an error ends the pipeline, it waits for all requests in progress
    /// and writes their results.
    /// </summary>
    private void Pump(Func<bool> isEnough)
    {
        WriteUntil(() => IsEnding || isEnough());
        if (!IsEnding) return;
        WriteUntil(() => jobs.Count == 0);
        (var write, end) = (end!, null);
        write();
    }

    /// <summary>The one place that waits on the pipeline's thread.</summary>
    private void WriteUntil(Func<bool> isEnough)
    {
        while (!isEnough())
        {
            news.Reset(); // first, so that no later output is missed
            WriteWhatIsThere();
            if (isEnough()) break;
            try
            {
                news.Wait(Cancellation);
            }
            catch (OperationCanceledException)
            {
                throw new PipelineStoppedException();
            }
        }

        WriteWhatIsThere(); // the output before the condition was met
    }

    private void WriteWhatIsThere()
    {
        while (jobs.TryPeek(out var head))
        {
            WriteNotes();
            while (head.Writes.TryRead(out var write)) write(this);
            if (!head.Writes.Completion.IsCompleted) return;
            jobs.Dequeue();
        }

        WriteNotes(); // a job's last note comes before its end
    }

    private void WriteNotes()
    {
        while (notes.TryDequeue(out var note)) note(this);
    }

    /// <summary>Writes an error that belongs to no job; if it ends the pipeline, after the results of all requests in progress.</summary>
    internal new void WriteError(ErrorRecord error)
    {
        if (this is IChangeParameters && StopsAtErrors) FinishJobs();
        base.WriteError(error);
    }

    /// <summary>
    /// Writes an error of a job. If it ends the pipeline, the other jobs end first; further errors are then warnings, because only one can
    /// end it.
    /// </summary>
    internal override void WriteJobError(ErrorRecord error, bool concernsEveryCall = false)
    {
        if (Keeps(error)) return;
        Action write = concernsEveryCall && Regions is not { Count: > 1 }
            ? () => ThrowTerminatingError(error)
            : () => base.WriteError(error);
        if (this is not IChangeParameters || !(concernsEveryCall || ErrorPreference is ActionPreference.Stop)) write();
        else if (end is null) end = write;
        else WriteWarning(error.ToString());
    }
}
