namespace EcsTools.Model;

/// <summary>Moments on the wire: seconds since 1970 with three decimals.</summary>
public static class WireTime
{
    private const double Earliest = -62_135_510_400, Latest = 253_402_214_400;

    /// <summary>The seconds of the year 5138 have more digits, and might be out of range.</summary>
    private const int MaxDigits = 11;

    /// <summary>Whether a <see cref="DateTime"/> can hold the moment in any time zone: years 1 to 9999, less a day at both ends.</summary>
    public static bool IsInRange(double seconds) => seconds is >= Earliest and <= Latest;

    /// <summary>The moment, in local time, as people at a prompt compare it with <c>Get-Date</c>.</summary>
    public static DateTime FromSeconds(double seconds) => FromMilliseconds((long)Math.Round(seconds * 1000));

    /// <summary>The moment in milliseconds since 1970, in local time.</summary>
    public static DateTime FromMilliseconds(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).LocalDateTime;

    /// <summary>
    /// Milliseconds since 1970 of a number as AWS writes moments, with up to three decimals. Whole numbers are read in a fifth of the time
    /// that floating-point ones take, and every task has several; other forms are left to the slow way.
    /// </summary>
    public static bool TryReadMilliseconds(ReadOnlySpan<byte> number, out long milliseconds)
    {
        milliseconds = 0;
        var point = number.IndexOf((byte)'.');
        var whole = point < 0 ? number.Length : point;
        var decimals = number.Length == whole ? 0 : number.Length - whole - 1;
        if (whole > MaxDigits || decimals > 3) return false;
        foreach (var unit in number)
        {
            if (unit == '.') continue;
            if (!char.IsAsciiDigit((char)unit)) return false;
            milliseconds = milliseconds * 10 + (unit - '0');
        }

        for (; decimals < 3; decimals++) milliseconds *= 10;
        return true;
    }

    /// <summary>Seconds since 1970, to the millisecond.</summary>
    public static decimal ToSeconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds() / 1000m;
}
