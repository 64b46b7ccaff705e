namespace EcsTools.Model;

/// <summary>Moments on the wire: seconds since 1970 with three decimals.</summary>
public static class WireTime
{
    /// <summary>The moment, in local time, as people at a prompt compare it with <c>Get-Date</c>.</summary>
    public static DateTime FromSeconds(double seconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000)).LocalDateTime;

    /// <summary>Seconds since 1970, to the millisecond.</summary>
    public static decimal ToSeconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds() / 1000m;
}
