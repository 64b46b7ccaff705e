using System.Diagnostics;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Measuring;

/// <summary>Measures several subjects in turns, so that other load on the machine affects all of them, and takes their medians.</summary>
internal static class Interleaved
{
    /// <summary>
    /// Rounds that don't count. The runtime needs this many to optimize all methods of the module and the engine, which come as IL;
    /// those of the bare client come compiled with .NET. The start of a session is measured in rows of its own, in new processes.
    /// </summary>
    private const int WarmUps = 12;

    /// <summary>The amount for each subject, as it reports it.</summary>
    public static double[] Medians(int repetitions, params Func<double>[] things) => Medians(repetitions, WarmUps, things);

    public static double[] Medians(int repetitions, int warmUps, params Func<double>[] things)
    {
        var samples = things.Select(_ => new List<double>()).ToArray();
        for (var turn = -warmUps; turn < repetitions; turn++)
        {
            for (var thing = 0; thing < things.Length; thing++)
            {
                GC.Collect(); // what one leaves behind is not the next one's work
                var sample = things[thing]();
                if (turn >= 0) samples[thing].Add(sample);
            }
        }

        return [.. samples.Select(Median)];
    }

    /// <summary>How long each thing takes, in milliseconds.</summary>
    public static double[] Milliseconds(int repetitions, params Action[] things) => Milliseconds(repetitions, WarmUps, things);

    public static double[] Milliseconds(int repetitions, int warmUps, params Action[] things) => Medians(repetitions, warmUps, [.. things.Select(thing => (Func<double>)(() => Milliseconds(thing)))]);

    /// <summary>
    /// How long a command and a thing take, in milliseconds, where each takes about one: many are measured one by one, in turns. Work of the
    /// runtime that falls into some of them then doesn't count.
    /// </summary>
    public static (double Command, double Thing) OneByOne(int turns, Prompt prompt, string command, Action thing)
    {
        var (commands, things) = (new List<double>(), new List<double>());
        prompt.Set("thing", thing);
        prompt.Set("commands", commands);
        prompt.Set("things", things);
        prompt.Run($$"""
            foreach ($turn in 1..{{turns}}) {
                $start = [Diagnostics.Stopwatch]::GetTimestamp()
                $null = {{command}}
                $commands.Add([Diagnostics.Stopwatch]::GetElapsedTime($start).TotalMilliseconds)
                $start = [Diagnostics.Stopwatch]::GetTimestamp()
                $thing.Invoke()
                $things.Add([Diagnostics.Stopwatch]::GetElapsedTime($start).TotalMilliseconds)
            }
            """);
        return (Median(commands), Median(things));
    }

    public static double Milliseconds(Action thing)
    {
        var start = Stopwatch.GetTimestamp();
        thing();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The middle one.</summary>
    public static double Median(List<double> samples)
    {
        samples.Sort();
        return samples.Count % 2 == 1 ? samples[samples.Count / 2] : (samples[samples.Count / 2 - 1] + samples[samples.Count / 2]) / 2;
    }
}
