namespace EcsTools.Local;

/// <summary>A clock that runs so many times faster than real time.</summary>
public sealed class ScaledClock : TimeProvider
{
    private readonly TimeProvider real;
    private readonly DateTimeOffset start;
    private readonly long startStamp;

    /// <summary>Creates a clock that starts with the current time and runs faster.</summary>
    /// <param name="factor">How many times faster: 60 makes a minute of a second.</param>
    /// <param name="real">The clock to speed up. Default: that of the system.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above zero.</exception>
    public ScaledClock(double factor, TimeProvider? real = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        Factor = factor;
        this.real = real ?? System;
        start = this.real.GetUtcNow();
        startStamp = this.real.GetTimestamp();
    }

    /// <summary>How many times faster than real time it runs.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + real.GetElapsedTime(startStamp) * Factor;

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(real.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);

    // Rounded up to the millisecond, as real timers count: a timer that fires early would have to be set again.
    private TimeSpan Shorten(TimeSpan span) =>
        span == Timeout.InfiniteTimeSpan ? span : TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds / Factor));

    private sealed class Timer(ITimer inner, ScaledClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
