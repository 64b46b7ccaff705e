using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>Saving and loading a large local ECS, each turn in a process of its own.</summary>
internal static class Saving
{
    public static IEnumerable<Row> Measure(Effort effort)
    {
        var tasks = effort.Of(100_000);
        double[] figures = [];
        var saves = Interleaved.Medians(effort.Few, warmUps: 0, () => (figures = ChildProcess.Figures("save", $"{tasks}"))[0]);
        yield return new($"{tasks:#,0} tasks saved: {figures[2]:0} MiB", "", saves[0], Goal.AtMost(3, Goal.Seconds));
        yield return new("the same loaded", "", figures[1], Goal.AtMost(3, Goal.Seconds));
        yield return new($"memory that saving takes: {figures[3]:0} MiB", $"the file: {figures[2]:0} MiB", figures[3] / figures[2], Goal.AtMost(2, Goal.Times));
    }
}
