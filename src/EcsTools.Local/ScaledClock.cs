namespace EcsTools.Local;

/// <summary>
/// A clock that runs by itself, so many times faster than real time. It can be paused, advanced, and made faster or slower while it runs.
/// </summary>
public sealed class ScaledClock : TimeProvider
{
    /// <summary>Real timers take at most some weeks. A timer that fires before its time is set again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly object gate = new();
    private readonly TimeProvider real;
    private readonly HashSet<Timer> armed = [];
    private DateTimeOffset start;
    private long startStamp;
    private double factor;
    private bool isPaused;

    /// <summary>Creates a clock that starts with the current time and runs faster.</summary>
    /// <param name="factor">How many times faster: 60 makes a minute of a second.</param>
    /// <param name="real">The clock to speed up. Default: that of the system.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above zero.</exception>
    public ScaledClock(double factor, TimeProvider? real = null)
    {
        this.factor = Checked(factor);
        this.real = real ?? System;
        start = this.real.GetUtcNow();
        startStamp = this.real.GetTimestamp();
    }

    /// <summary>How many times faster than real time it runs, unless it is paused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above zero.</exception>
    public double Factor
    {
        get
        {
            lock (gate) return factor;
        }
        set => Change(_ => factor = Checked(value));
    }

    /// <summary>Whether it is paused.</summary>
    public bool IsPaused
    {
        get
        {
            lock (gate) return isPaused;
        }
        set => Change(_ => isPaused = value);
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return Now();
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward at once, and returns when everything that was due has run. It then continues as before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Clocks do not run backwards.</exception>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var end = default(DateTimeOffset);
        Change(now => start = end = now + span);
        while (NextDue(end) is { } timer) timer.Ring();
    }

    private DateTimeOffset Now() => isPaused ? start : start + real.GetElapsedTime(startStamp) * factor;

    // The time until now has passed at the old pace. All timers are set again for the new one.
    private void Change(Action<DateTimeOffset> change)
    {
        lock (gate)
        {
            var now = Now();
            (start, startStamp) = (now, real.GetTimestamp());
            change(now);
            foreach (var timer in armed) timer.Arm();
        }
    }

    private Timer? NextDue(DateTimeOffset end)
    {
        lock (gate) return armed.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
    }

    private static double Checked(double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return factor;
    }

    private sealed class Timer : ITimer
    {
        private readonly ScaledClock clock;
        private readonly Action callback;
        private readonly ITimer inner;
        private TimeSpan period;

        public Timer(ScaledClock clock, Action callback)
        {
            (this.clock, this.callback) = (clock, callback);
            inner = clock.real.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        /// <summary>The time of the clock at which it fires.</summary>
        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.Now() + dueTime;
                var isSet = Arm();
                if (isSet && Due is not null) clock.armed.Add(this);
                else clock.armed.Remove(this);
                return isSet;
            }
        }

        /// <summary>Times it by the real clock. Within the lock.</summary>
        public bool Arm() =>
            inner.Change(
                Due is { } due && (!clock.isPaused || due <= clock.start) ? Real(due - clock.Now()) : Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);

        /// <summary>Fires if it is due, and is set again if it is too early or repeats.</summary>
        public void Ring()
        {
            if (Take()) callback();
        }

        public void Dispose()
        {
            Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return inner.DisposeAsync();
        }

        private bool Take()
        {
            lock (clock.gate)
            {
                var isDue = Due <= clock.Now();
                if (isDue) Due = period > TimeSpan.Zero ? Due + period : null;
                if (Due is null) clock.armed.Remove(this);
                Arm();
                return isDue;
            }
        }

        // Rounded up to the millisecond, as real timers count: a timer that fires early would have to be set again.
        private TimeSpan Real(TimeSpan span)
        {
            var milliseconds = Math.Ceiling(span.TotalMilliseconds / clock.factor);
            return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, LongestWait.TotalMilliseconds));
        }
    }
}
