namespace EcsTools.Model;

/// <summary>Moments on the wire: seconds since 1970 with three decimals.</summary>
public static class WireTime
{
    private const double Earliest = -62_135_510_400, Latest = 253_402_214_400;

    /// <summary>Whether a <see cref="DateTime"/> can hold the moment in any time zone: years 1 to 9999, less a day at both ends.</summary>
    public static bool IsInRange(double seconds) => seconds is >= Earliest and <= Latest;

    /// <summary>The moment, in local time, as people at a prompt compare it with <c>Get-Date</c>.</summary>
    public static DateTime FromSeconds(double seconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000)).LocalDateTime;

    /// <summary>Seconds since 1970, to the millisecond.</summary>
    public static decimal ToSeconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds() / 1000m;
}
