using System.Diagnostics;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A process that streams all tasks to $null, and reports its maximum memory in MiB.</summary>
internal static class StreamingProcess
{
    public static int Run(string url)
    {
        using var prompt = Prompt.At(url);
        prompt.Run("Get-EcsTask | Out-Null");
        Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0);
        return 0;
    }
}
