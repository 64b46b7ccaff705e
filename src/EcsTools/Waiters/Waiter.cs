using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>
/// Waits for resources of one kind together: polls all pending ones in one call, at increasing intervals, with a progress bar for each.
/// </summary>
/// <param name="goals">The conditions to wait for: as many as ECS describes in one call.</param>
/// <param name="settled">The action on each resource when its condition is met.</param>
/// <param name="failed">The action on the error of each resource that fails.</param>
/// <param name="parameters">The parameters of the cmdlet that waits.</param>
/// <param name="calls">How ECS is asked.</param>
internal sealed class Waiter<T>(
    IEnumerable<Goal<T>> goals, Func<T, Task> settled, Func<ErrorRecord, Task> failed, IWaitParameters parameters, JobCalls calls)
    where T : class
{
    /// <summary>How long the last known state is at most in the error of a wait that timed out.</summary>
    private const int StateLength = 230;

    private readonly WaitClock clock = calls.Connection.WaitClock;
    private readonly DateTimeOffset begin = calls.Output.Began ?? calls.Connection.WaitClock.Now;
    private readonly Backoff backoff = calls.Connection.WaitClock.NewBackoff();
    private readonly List<WaitItem<T>> waiting = goals.Select(goal => new WaitItem<T>(goal, new Bar(goal.Name, calls.Output))).ToList();
    private CancellationToken until;
    private EcsException? unanswered;
    private bool wasAnswered;

    /// <summary>How long the explanation of an error takes at most.</summary>
    private static readonly TimeSpan LongestExplanation = TimeSpan.FromSeconds(5);

    /// <summary>How ECS is asked until the time is up.</summary>
    private JobCalls Bounded => calls with { Until = until };

    /// <summary>Returns when each has settled, or its error was written.</summary>
    /// <param name="answered">The resources in the response to the change, which has more information than a first poll; null polls
    /// immediately.</param>
    /// <param name="cancellation">Ends the wait at once.</param>
    public async Task Run(IReadOnlyList<T>? answered, CancellationToken cancellation)
    {
        using var activity = Traces.Start("Wait");
        using var limit = clock.Limit(parameters.Timeout, begin, cancellation);
        until = limit.Token;
        try
        {
            await PollAll(answered, cancellation);
            calls.Output.Began = null; // what explains an error is asked for after the time is up
            foreach (var one in waiting) await Fail(one, TimedOut(one));
        }
        finally
        {
            foreach (var one in waiting) one.Bar.Close();
        }
    }

    /// <summary>Polls until all have settled or the time is up, whatever is in progress then.</summary>
    private async Task PollAll(IReadOnlyList<T>? answered, CancellationToken cancellation)
    {
        try
        {
            await Round(answered);
            while (waiting.Count > 0 && await Pause(cancellation)) await Round();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            unanswered ??= new EcsException("Timeout", "");
        }
    }

    private async Task Round(IReadOnlyList<T>? answered = null)
    {
        try
        {
            var seen = answered ?? await waiting[0].Goal.Poll(waiting.ConvertAll(one => one.Goal.Id), Bounded);
            foreach (var one in waiting.ToList()) await Evaluate(one, seen.FirstOrDefault(one.Goal.Is));
            (unanswered, wasAnswered) = (null, true);
        }
        catch (EcsException e) when (MayPass(e) || IsTooEarly(e))
        {
            unanswered = e; // throttling has no information about the resource
        }
    }

    /// <summary>Whether the next poll may be answered. An endpoint that has never been reached is more likely a wrong one.</summary>
    private bool MayPass(EcsException e) =>
        e.IsThrottling || e.StatusCode >= 500 || e.ErrorCode is "NoAnswer" or "Timeout"
            || (e.ErrorCode == "ConnectionFailed" && wasAnswered);

    /// <summary>
    /// Whether the cluster or service of the resources may not be visible yet. A Wait- cmdlet names what has been there for longer.
    /// </summary>
    private bool IsTooEarly(EcsException e) =>
        parameters.FollowsChange && e.ErrorCode.Contains("NotFound", StringComparison.Ordinal)
            && clock.Now - begin < WaitItem<T>.ConsistencyWindow;

    private async Task Evaluate(WaitItem<T> one, T? seen)
    {
        switch (await one.Evaluate(seen, Bounded, clock.Now))
        {
            case WaitResult.Pending: return;
            case WaitResult.Failed result: await Fail(one, result); break;
            case WaitResult.Done when one.Last is { } last: await settled(last); break;
        }

        one.Bar.Close();
        waiting.Remove(one);
    }

    /// <summary>Waits until the next poll; false if no time is left.</summary>
    private async Task<bool> Pause(CancellationToken cancellation)
    {
        var left = begin + parameters.Timeout - clock.Now;
        if (left <= TimeSpan.Zero) return false;
        var delay = backoff.Next();
        await clock.Delay(delay < left ? delay : left, cancellation);
        return true;
    }

    private WaitResult.Failed TimedOut(WaitItem<T> one) => new(
        "WaitTimeout",
        $"the wait timed out after {parameters.Timeout}{(one.State is { } state ? $" ({Errors.Shorten(state, StateLength)})" : "")}{(unanswered is { } e ? $"; the latest calls to ECS failed ({e.ErrorCode})" : "")}",
        one.Goal.TimeoutAdvice)
    {
        Category = ErrorCategory.OperationTimeout,
        IsCausedByTasks = true,
    };

    private async Task<Diagnosis> Explain(WaitItem<T> one)
    {
        if (unanswered is { ErrorCode: "Timeout" }) return Diagnosis.None;
        using var activity = Traces.Start(nameof(Diagnosis));
        using var limit = clock.Limit(LongestExplanation, null, calls.Connection.Cancellation);
        try
        {
            return await one.Goal.Explain(one.Last, calls with { Until = limit.Token });
        }
        catch (OperationCanceledException) when (!calls.Connection.Cancellation.IsCancellationRequested)
        {
            return Diagnosis.None;
        }
    }

    private async Task Fail(WaitItem<T> one, WaitResult.Failed result)
    {
        var diagnosis = await Explain(one);
        var error = new EcsWaitException(
            result.Id,
            diagnosis.Sentence(one.Goal.Name, result))
            {
                Events = diagnosis.Events,
                StoppedTasks = diagnosis.StoppedTasks,
                LogLines = diagnosis.LogLines,
            };
        await failed(Errors.Record(
            error, result.Category, one.Last ?? (object)one.Goal.Id, result.Advice ?? Advice.For(result.Id, "", calls.Connection.Command)));
    }
}
