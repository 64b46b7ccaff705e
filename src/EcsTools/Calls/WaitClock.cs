using EcsTools.Local.Http;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Calls;

/// <summary>The time that waits pass in: the world's, or that of the local ECS which the session talks to.</summary>
internal sealed class WaitClock
{
    /// <summary>A look takes a moment, also with -Timeout 0.</summary>
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromSeconds(1);

    /// <summary>Timers cannot run longer.</summary>
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(40);

    private readonly TimeProvider time;
    private readonly Func<TimeSpan, CancellationToken, Task> delay;
    private readonly Func<Random> random;
    private readonly bool isReal;

    private WaitClock(TimeProvider time, Func<TimeSpan, CancellationToken, Task> delay, Func<Random> random, bool isReal) =>
        (this.time, this.delay, this.random, this.isReal) = (time, delay, random, isReal);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether it is the world's time.</summary>
    public bool IsReal => isReal;

    /// <summary>A moment to measure from. It isn't changed when the clock of the computer is set.</summary>
    public long Timestamp => time.GetTimestamp();

    /// <summary>The time that has passed since a moment.</summary>
    public TimeSpan Since(long timestamp) => time.GetElapsedTime(timestamp);

    /// <summary>The clock for calls to an endpoint; null is AWS.</summary>
    public static WaitClock For(string? endpointUrl) =>
        LocalServers.At(endpointUrl) is { } local ? Of(local) : new(TimeProvider.System, Task.Delay, () => new Random(), isReal: true);

    /// <summary>
    /// Ends calls when the timeout of a wait has expired. A local ECS answers immediately, and its time doesn't pass in the meantime.
    /// </summary>
    public CancellationTokenSource Limit(TimeSpan longest, DateTimeOffset? began, CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (!isReal || longest >= LongestLimit) return limit;
        var left = began is { } begin ? longest - (Now - begin) : longest;
        limit.CancelAfter(left > ShortestLimit ? left : ShortestLimit);
        return limit;
    }

    /// <summary>The error of a call that was not answered when the time of the wait was up.</summary>
    public static EcsException Ended(Operation operation, IStructure request) =>
        new(
            "WaitTimeout",
            $"The wait timed out before ECS answered {operation.Name}.{(operation.IsReadOnly ? "" : " ECS might have carried it out.")}")
        {
            Operation = operation.Name,
            MayBeDone = !operation.IsReadOnly,
            CanRepeat = Repeats.AreHarmless(operation, request),
        };

    /// <summary>The pauses of one wait.</summary>
    public Backoff NewBackoff() => new(random());

    public Task Delay(TimeSpan span, CancellationToken cancellation) => delay(span, cancellation);

    /// <summary>
    /// A local ECS with a clock of its own would otherwise stand still while we wait for it. Its seed decides the pauses, so that the same
    /// script makes the same run.
    /// </summary>
    private static WaitClock Of(EcsLocalServer local) =>
        new(local.Options.TimeProvider, local.DelayAsync, () => new Random(local.Options.Seed), isReal: false);
}
