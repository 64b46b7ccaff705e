using System.Reflection;
using System.Runtime.InteropServices;

namespace EcsTools.Benchmarks.Measuring;

/// <summary>Prints rows as they come, in Markdown, so that a page can take them as they are.</summary>
internal static class Table
{
    public static void WriteHead(Effort effort)
    {
        var configuration = typeof(Table).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        Console.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {configuration}; medians of {effort.Repetitions} repetitions in turns{(effort.Scale < 1 ? $", sizes times {effort.Scale}, goals with a margin of {effort.Margin}" : "")}");
        Console.WriteLine();
        Console.WriteLine("| what | beside | figure | goal | |");
        Console.WriteLine("|---|---|---:|---:|---|");
    }

    public static void Write(Row row, Effort effort) =>
        Console.WriteLine($"| {row.What} | {row.Beside} | {(row.IsSkipped ? "" : row.Goal.Show(row.Figure))} | {row.Goal} | {(row.IsSkipped ? "skipped" : row.IsReached(effort.Margin) ? "yes" : "**no**")} |");
}
