using EcsTools.Local;
using EcsTools.Session;

namespace EcsTools.Waiters;

/// <summary>The time that waits pass in: the world's, or that of the local ECS which the session talks to.</summary>
internal sealed class WaitClock
{
    private readonly TimeProvider time;
    private readonly Func<TimeSpan, CancellationToken, Task> delay;
    private readonly Func<Random> random;

    private WaitClock(TimeProvider time, Func<TimeSpan, CancellationToken, Task> delay, Func<Random> random) => (this.time, this.delay, this.random) = (time, delay, random);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The clock for calls to an endpoint; null is AWS.</summary>
    public static WaitClock For(string? endpointUrl) => LocalServers.At(endpointUrl) is { } local ? Of(local) : new(TimeProvider.System, Task.Delay, () => new Random());

    /// <summary>The pauses of one wait.</summary>
    public Backoff NewBackoff() => new(random());

    public Task Delay(TimeSpan span, CancellationToken cancellation) => delay(span, cancellation);

    /// <summary>A local ECS with a clock of its own would otherwise stand still while we wait for it. Its seed decides the pauses, so that the same script makes the same run.</summary>
    private static WaitClock Of(EcsLocalServer local) => new(local.Options.TimeProvider, local.DelayAsync, () => new Random(local.Options.Seed));
}
