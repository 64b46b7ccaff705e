using System.Diagnostics;
using EcsTools.Benchmarks.Measuring;
using EcsTools.Local;
using EcsTools.Local.Http;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A process that saves and loads a local ECS with many tasks, and says how many seconds each takes, the size of the file, and how much more memory the process had while saving; both in MiB.</summary>
internal static class SavingProcess
{
    private const double MiB = 1024 * 1024;

    public static int Run(int tasks)
    {
        using var filled = new FilledLocal();
        ServingProcess.Fill(filled, tasks, ServingProcess.Services, tasksOfAnInstance: 100);
        var path = Path.GetTempFileName();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = Peak(() => Save(filled.Server, path), out var seconds);
        using var other = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ManualClock() });
        var load = Interleaved.Milliseconds(() => other.Load(SavedState.Read(path))) / 1000;
        Console.WriteLine($"{seconds} {load} {new FileInfo(path).Length / MiB} {(peak - before) / MiB}");
        File.Delete(path);
        return 0;
    }

    private static void Save(EcsLocalServer server, string path)
    {
        using var file = File.Create(path);
        server.Save(file);
    }

    /// <summary>The largest heap while something is done, seen every few milliseconds.</summary>
    private static long Peak(Action work, out double seconds)
    {
        var (peak, isDone) = (0L, false);
        var watching = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Sleep(5);
            }
        });
        watching.Start();
        var start = Stopwatch.GetTimestamp();
        work();
        seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Volatile.Write(ref isDone, true);
        watching.Join();
        return Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
    }
}
