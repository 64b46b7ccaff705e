namespace EcsTools.Local;

/// <summary>Time that passes by a clock.</summary>
internal static class Delay
{
    /// <summary>Waits by the clock. A manual one is advanced by that span, so that waiting costs no time.</summary>
    public static Task PassAsync(TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        if (clock is not ManualClock manual) return Task.Delay(delay, clock, cancellationToken);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        manual.Advance(delay);
        return Task.CompletedTask;
    }
}
