namespace EcsTools.Scheduling.Services;

/// <summary>One step of the shift of production traffic.</summary>
/// <param name="Percent">The traffic that the new revision has from then on.</param>
/// <param name="Bake">How long to wait before the next step.</param>
internal readonly record struct TrafficStep(double Percent, TimeSpan Bake);

/// <summary>How production traffic goes over to a new revision.</summary>
internal static class TrafficShift
{
    private const double Whole = 100;

    /// <summary>Blue/green: all of it.</summary>
    public static IReadOnlyList<TrafficStep> AllAtOnce { get; } = [new(Whole, TimeSpan.Zero)];

    /// <summary>Canary: a little of it, and after a while the rest.</summary>
    public static IReadOnlyList<TrafficStep> Canary(double percent, TimeSpan bake) =>
        percent < Whole ? [new(percent, bake), .. AllAtOnce] : AllAtOnce;

    /// <summary>Linear: in equal steps, of which the last may be smaller.</summary>
    public static IReadOnlyList<TrafficStep> Linear(double percent, TimeSpan bake)
    {
        var before = (int)Math.Ceiling(Whole / percent) - 1;
        return [.. Enumerable.Range(1, before).Select(step => new TrafficStep(Math.Round(step * percent, 1), bake)), .. AllAtOnce];
    }
}
