using System.Globalization;

namespace EcsTools.Scheduling.Placement;

/// <summary>
/// Sizes of tasks: <c>0.25 vCPU</c> is stored as 256 units, <c>0.5 GB</c> as 512 MiB, and Fargate has certain pairs of the two only.
/// </summary>
internal static class TaskSize
{
    /// <summary>The most CPU units that a task had on Fargate before version 1.4.0 of its platform.</summary>
    public const int LargestOfOldFargate = 4096;

    private const int Unit = 1024;

    private const int Smallest = 256;

    // The least and the most memory in GiB, and the step between, for each CPU size of Fargate.
    private static readonly Dictionary<int, (int Min, int Max, int Step)> Fargate = new()
    {
        [512] = (1, 4, 1),
        [1024] = (2, 8, 1),
        [2048] = (4, 16, 1),
        [4096] = (8, 30, 1),
        [8192] = (16, 60, 4),
        [16384] = (32, 120, 8),
    };

    /// <summary>CPU as units.</summary>
    public static string? Cpu(string? text) => InUnits(text, "vcpu");

    /// <summary>Memory as MiB.</summary>
    public static string? Memory(string? text) => InUnits(text, "gb");

    /// <summary>The CPU sizes of Fargate, in units.</summary>
    public static IEnumerable<int> CpusOfFargate => Fargate.Keys.Prepend(Smallest).Order();

    /// <summary>The memory sizes of Fargate for a CPU size, as text; null if there are none.</summary>
    public static string? MemoryOfFargate(string? cpu)
    {
        if (!int.TryParse(cpu, out var units)) return null;
        if (units == Smallest) return "512, 1024 or 2048 MiB";
        return Fargate.TryGetValue(units, out var range)
            ? $"{range.Min * Unit} to {range.Max * Unit} MiB in steps of {range.Step * Unit}"
            : null;
    }

    /// <summary>Whether Fargate has tasks of that many CPU units and MiB.</summary>
    public static bool IsOfFargate(string? cpu, string? memory)
    {
        if (!int.TryParse(cpu, out var units) || !int.TryParse(memory, out var mebibytes)) return false;
        if (units == Smallest) return mebibytes is 512 or 1024 or 2048;
        return Fargate.TryGetValue(units, out var range)
            && mebibytes >= range.Min * Unit && mebibytes <= range.Max * Unit && (mebibytes - range.Min * Unit) % (range.Step * Unit) == 0;
    }

    private static string? InUnits(string? text, string unit)
    {
        var number = text?.Trim();
        if (number?.EndsWith(unit, StringComparison.OrdinalIgnoreCase) != true) return text;
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite;
        return decimal.TryParse(number[..^unit.Length], style, CultureInfo.InvariantCulture, out var amount)
            ? ((int)(amount * Unit)).ToString(CultureInfo.InvariantCulture)
            : text;
    }
}
