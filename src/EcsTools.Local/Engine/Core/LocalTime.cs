namespace EcsTools.Local.Engine.Core;

/// <summary>The time of a local ECS, as it is moved from outside.</summary>
internal sealed class LocalTime(EcsEngine engine, TimeProvider clock)
{
    /// <summary>The last moment that it can be.</summary>
    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How it passes: Manual, Paused, Real, or so many times as fast as the world's.</summary>
    public string Pace => clock switch
    {
        ManualClock => "Manual",
        ScaledClock { IsPaused: true } => "Paused",
        ScaledClock { Factor: not 1 } scaled => FormattableString.Invariant($"x{scaled.Factor}"),
        _ => "Real",
    };

    public bool IsManual => clock is ManualClock;

    /// <summary>The clock, if it runs by itself and can be paused and change its speed.</summary>
    public ScaledClock? Running => clock as ScaledClock;

    public bool IsSettled => engine.NextWork is null;

    /// <exception cref="ArgumentOutOfRangeException">It is too far.</exception>
    public void Advance(TimeSpan span)
    {
        if (span > Latest - Now)
            throw new ArgumentOutOfRangeException(nameof(span), $"The clock can't be advanced past the year {Latest.Year}.");
        Move(span);
    }

    /// <summary>Moves from event to event until nothing is left to happen; false when that takes longer than the limit.</summary>
    public bool RunUntilSettled(TimeSpan limit)
    {
        var end = limit > Latest - Now ? Latest : Now + limit;
        while (engine.NextWork is { } next)
        {
            MoveTo(next > end ? end : next);
            if (next > end) return false;
        }

        return true;
    }

    /// <summary>Moves to the next moment at which something happens, if there is one.</summary>
    public void Step()
    {
        if (engine.NextWork is { } next) MoveTo(next);
    }

    /// <summary>Waits by the clock. A manual one is advanced by that span, so that waiting costs no time.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (!IsManual) return Task.Delay(delay, clock, cancellationToken);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        Advance(delay);
        return Task.CompletedTask;
    }

    private void MoveTo(DateTimeOffset moment)
    {
        var now = Now;
        Move(moment > now ? moment - now : TimeSpan.Zero);
    }

    private void Move(TimeSpan span)
    {
        switch (clock)
        {
            case ManualClock manual: manual.Advance(span); break;
            case ScaledClock scaled: scaled.Advance(span); break;
            default: throw new InvalidOperationException("The clock of this local ECS can't be advanced.");
        }

        engine.Run(_ => true); // timers can be a moment late, and what was due has happened when this returns
    }
}
