namespace EcsTools.Formatting;

/// <summary>How the views write numbers.</summary>
public static partial class Format
{
    private const int BarWidth = 10;
    private const string Eighths = " ▏▎▍▌▋▊▉█";

    /// <summary>How many run; yellow while that is not the wanted number.</summary>
    public static string Count(int? running, int? wanted) =>
        wanted is not null && wanted != running ? Paint.Busy($"{running ?? 0}") : $"{running ?? 0}";

    /// <summary>A number that should be 0; red where it is not.</summary>
    public static string Wrong(int? number) => number > 0 ? Paint.Bad($"{number}") : $"{number}";

    /// <summary>The remaining and total amount: <c>1024/2048</c>; yellow when nothing is left.</summary>
    public static string Left(int? left, int? total) =>
        left is null || total is null ? "" : left == 0 ? Paint.Busy($"{left}/{total}") : $"{left}/{total}";

    /// <summary>A number with its unit; blank where there is none.</summary>
    public static string Amount(object? number, string unit) => number is null ? "" : $"{number} {unit}";

    /// <summary>The MiB that a container may use, and before them its reservation where they differ: <c>128/512</c>.</summary>
    public static string Memory(int? reserved, int? limit) =>
        reserved is not null && limit is not null ? $"{reserved}/{limit}" : $"{limit ?? reserved}";

    /// <summary>How many tasks fit: green, red for none; blank where any number does.</summary>
    public static string Fits(int? count) => count is null ? "" : count > 0 ? Paint.Good($"{count}") : Paint.Bad("0");

    /// <summary>How full it is, as a bar and in percent: <c>██████▎····  62%</c>; green, yellow from 70 % on, red from 90 % on.</summary>
    public static string Bar(int total, int free)
    {
        if (total == 0) return "";
        var percent = (int)(100L * (total - free) / total);
        return $"{Paint.Fullness(Blocks(total - free, total), percent)} {percent,3}%";
    }

    private static string Blocks(int used, int total)
    {
        var eighths = (int)Math.Clamp(8L * BarWidth * used / total, 0, 8 * BarWidth);
        var blocks = new string('█', eighths / 8) + (eighths % 8 > 0 ? $"{Eighths[eighths % 8]}" : "");
        return blocks.PadRight(BarWidth, '·');
    }
}
