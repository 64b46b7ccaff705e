using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>The memory that a stream of tasks takes, however long it is.</summary>
internal static class Streaming
{
    private const int Few = 1_000;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var many = effort.Of(100_000);
        using var servingFew = ServingProcess.Start(Few);
        using var servingMany = ServingProcess.Start(many);
        var urls = (Few: servingFew.ReadLine(), Many: servingMany.ReadLine());
        var peaks = Interleaved.Medians(effort.Few, warmUps: 0, () => Peak(urls.Many), () => Peak(urls.Few));
        yield return new(
            $"peak memory, {many:#,0} tasks streamed to `Out-Null`: {peaks[0]:0} MiB",
            $"{Few:#,0} tasks: {peaks[1]:0} MiB",
            peaks[0] / peaks[1],
            Goal.AtMost(1.3, Goal.Times));
    }

    private static double Peak(string url) => ChildProcess.Figures("stream", url)[0];
}
