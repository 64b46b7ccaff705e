using EcsTools.Capacity;
using EcsTools.Local;

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

    /// <summary>The cluster, or an instance set in under it.</summary>
    public static string Name(PlacementFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return fit.ContainerInstanceArn is null ? Format.Name(fit.Name) : $"  {Format.ShortId(fit.Name)}";
    }

    /// <summary>How many tasks fit: green, red for none; blank where any number does.</summary>
    public static string Fits(PlacementFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return fit.Fits is not { } count ? "" : count > 0 ? Paint.Good($"{count}") : Paint.Bad("0");
    }

    /// <summary>How it ends: green where the service comes to where it should be.</summary>
    public static string Verdict(ServiceForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.Verdict == ForecastVerdict.Completes ? Paint.Good($"{forecast.Verdict}") : Paint.Bad($"{forecast.Verdict}");
    }

    /// <summary>The tasks that run at the end: <c>2 in us-east-1a, 1 in us-east-1b</c>.</summary>
    public static string Zones(ServiceForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return Format.Items(forecast.Zones.Select(zone => $"{zone.Value} in {zone.Key}"));
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
