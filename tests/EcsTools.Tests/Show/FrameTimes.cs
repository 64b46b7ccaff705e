using System.Globalization;

namespace EcsTools.Tests.Show;

/// <summary>The time from frame to frame of a page, and its tasks of more than 50 ms, in milliseconds.</summary>
internal sealed record FrameTimes(IReadOnlyList<double> Intervals, IReadOnlyList<double> LongTasks)
{
    public double Median => Intervals.Order().ElementAt(Intervals.Count / 2);

    public double LongestTask => LongTasks.DefaultIfEmpty(0).Max();

    /// <summary>The intervals, then -1, then the long tasks.</summary>
    public static FrameTimes Of(IEnumerable<object> measured)
    {
        var all = measured.Select(number => Convert.ToDouble(number, CultureInfo.InvariantCulture)).ToList();
        var end = all.IndexOf(-1);
        return new(all[..end], all[(end + 1)..]);
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Intervals.Count} frames, median {Median:0.0} ms, 95th percentile {Intervals.Order().ElementAt(Intervals.Count * 95 / 100):0.0} ms, longest {Intervals.Max():0} ms; {LongTasks.Count} long tasks, the longest {LongestTask:0} ms");
}
