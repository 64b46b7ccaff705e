using EcsTools.Capacity;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to capacity.</summary>
public static class CapacityFormat
{
    private const int BarWidth = 10;
    private const string Eighths = " ▏▎▍▌▋▊▉█";

    /// <summary>What was measured, set in under what it is part of: zones under the cluster, instances under their zone.</summary>
    public static string Name(ClusterMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Kind switch
        {
            MeasuredKind.Cluster => Format.Name(measure.Name),
            MeasuredKind.Zone => $"  {measure.Name}",
            _ => $"    {Format.ShortId(measure.Name)}",
        };
    }

    /// <summary>How full it is, as a bar, in percent, and what is left: <c>██████▎····  62%  1536 free</c>; green, yellow from 70 % on, red from 90 % on.</summary>
    public static string Bar(CapacityAmount amount)
    {
        if (amount.Registered == 0) return "";
        var bar = Paint.Fullness(Blocks(amount), amount.PercentUsed);
        return $"{bar} {amount.PercentUsed,3}% {amount.Free} free";
    }

    private static string Blocks(CapacityAmount amount)
    {
        var eighths = (int)Math.Clamp(8L * BarWidth * amount.Used / amount.Registered, 0, 8 * BarWidth);
        var blocks = new string('█', eighths / 8) + (eighths % 8 > 0 ? $"{Eighths[eighths % 8]}" : "");
        return blocks.PadRight(BarWidth, '·');
    }
}
