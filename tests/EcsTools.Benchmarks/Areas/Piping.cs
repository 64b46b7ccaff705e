using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;
using System.Text.Json;

namespace EcsTools.Benchmarks.Areas;

/// <summary>Many piped IDs, compared with the same IDs as one argument.</summary>
internal static class Piping
{
    public static IEnumerable<Row> Measure(Effort effort)
    {
        var tasks = effort.Of(10_000);
        using var serving = ServingProcess.Start(tasks);
        var url = serving.ReadLine();
        using var client = new BareClient(url);
        using var prompt = Prompt.At(url);
        prompt.Set("ids", new BareListing(client).PagesAsync().ToBlockingEnumerable().SelectMany(page => JsonSerializer.Deserialize<string[]>(page)!).ToArray());
        var times = Interleaved.Milliseconds(
            effort.Repetitions,
            () => prompt.Run("$ids | Get-EcsTask | Out-Null"),
            () => prompt.Run("Get-EcsTask $ids | Out-Null"));
        yield return new(
            $"{tasks:#,0} ids piped into `Get-EcsTask`: {times[0]:0} ms",
            $"the same ids as one argument: {times[1]:0} ms",
            times[0] / times[1],
            Goal.AtMost(1.2, Goal.Times));
    }
}
