namespace EcsTools.Local;

/// <summary>A clock that is stopped until it's advanced. All events that are due happen at their exact time, in order.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly object advancing = new();
    private readonly object gate = new();
    private readonly PriorityQueue<Due, (DateTimeOffset At, long Order)> queue = new();
    private DateTimeOffset now;
    private long order;

    /// <summary>Creates a clock that is stopped at a time. Default: the beginning of 2026.</summary>
    public ManualClock(DateTimeOffset? start = null) =>
        now = (start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
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

    /// <summary>Moves the clock, and returns when everything that was due has run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Clocks do not run backwards.</exception>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        lock (advancing)
        {
            var end = GetUtcNow() + span;
            while (TakeDue(end) is { } timer) timer.Fire();
            lock (gate) now = end;
        }
    }

    private Timer? TakeDue(DateTimeOffset end)
    {
        lock (gate)
        {
            while (queue.TryPeek(out var due, out var key) && key.At <= end)
            {
                queue.Dequeue();
                if (due.Timer.Setting != due.Setting) continue; // it was set again since
                if (key.At > now) now = key.At;
                due.Timer.Repeat();
                return due.Timer;
            }

            return null;
        }
    }

    private readonly record struct Due(Timer Timer, long Setting);

    private sealed class Timer(ManualClock clock, Action callback) : ITimer
    {
        private TimeSpan period;

        public long Setting { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                Set(dueTime);
            }

            return true;
        }

        public void Repeat() => Set(period <= TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(TimeSpan dueTime)
        {
            Setting++;
            if (dueTime != Timeout.InfiniteTimeSpan) clock.queue.Enqueue(new Due(this, Setting), (clock.now + dueTime, clock.order++));
        }
    }
}
