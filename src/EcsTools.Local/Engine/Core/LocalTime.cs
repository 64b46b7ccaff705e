
namespace EcsTools.Local.Engine.Core;

/// <summary>The time of a local ECS, as it is moved from outside.</summary>
internal sealed class LocalTime(EcsEngine engine, TimeProvider clock)
{
    /// <summary>The last moment that it can be.</summary>
    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How it passes: Manual, Real, or so many times as fast as the world's.</summary>
    public string Pace => clock switch
    {
        ManualClock => "Manual",
        ScaledClock scaled => FormattableString.Invariant($"x{scaled.Factor}"),
        _ => "Real",
    };

    public bool IsManual => clock is ManualClock;

    public bool IsSettled => engine.NextWork is null;

    /// <exception cref="ArgumentOutOfRangeException">It is too far.</exception>
    public void Advance(TimeSpan span)
    {
        var manual = Manual();
        if (span > Latest - Now) throw new ArgumentOutOfRangeException(nameof(span), $"The clock can't be advanced past the year {Latest.Year}.");
        manual.Advance(span);
    }

    /// <summary>Moves from event to event until nothing is left to happen; false when that takes longer than the limit.</summary>
    public bool RunUntilSettled(TimeSpan limit)
    {
        var manual = Manual();
        var end = limit > Latest - Now ? Latest : Now + limit;
        while (engine.NextWork is { } next)
        {
            if (next > end)
            {
                manual.Advance(end - Now);
                return false;
            }

            manual.Advance(next > Now ? next - Now : TimeSpan.Zero);
        }

        return true;
    }

    /// <summary>Moves to the next moment at which something happens, if there is one.</summary>
    public void Step()
    {
        var manual = Manual();
        if (engine.NextWork is { } next) manual.Advance(next > Now ? next - Now : TimeSpan.Zero);
    }

    /// <summary>Waits by the clock. A manual one is advanced by that span, so that waiting costs no time.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (!IsManual) return Task.Delay(delay, clock, cancellationToken);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        Advance(delay);
        return Task.CompletedTask;
    }

    private ManualClock Manual() => clock as ManualClock ?? throw new InvalidOperationException("Only a local ECS with a manual clock can be advanced.");
}
