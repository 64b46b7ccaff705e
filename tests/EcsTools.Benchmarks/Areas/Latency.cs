using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>All tasks of a cluster, where each call takes its time, and where ECS throttles.</summary>
internal static class Latency
{
    private const int CallsPerSecond = 20;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var tasks = effort.Of(10_000);
        using var serving = ServingProcess.Start(tasks, "real");
        var url = serving.ReadLine();
        using var client = new BareClient(url);
        using var prompt = Prompt.At(url);
        var bare = new BareListing(client);
        client.Behave("""{"api":[{"operation":"*","latency":0.02}]}""");
        var slow = Interleaved.Milliseconds(
            effort.Few,
            warmUps: 1,
            () => bare.OneAfterAnotherAsync().GetAwaiter().GetResult(),
            () => prompt.Run("Get-EcsTask | Out-Null"),
            () => bare.SideBySideAsync().GetAwaiter().GetResult());
        var pages = tasks / 100 * 20.0;
        yield return new(
            $"`Get-EcsTask` of {tasks:#,0} tasks, 20 ms a call: {slow[1]:0} ms",
            $"its pages, which can only follow one another: {pages:0} ms (the bare client: {slow[2]:0} ms; one call after another: {slow[0]:0} ms)",
            slow[1] / pages,
            Goal.AtMost(1.08, Goal.Times));

        client.Behave($$"""{"api":[{"operation":"*","callsPerSecond":{{CallsPerSecond}}}]}""");
        var ideal = tasks / 100 * 2 / (double)CallsPerSecond;
        var throttled = Interleaved.Milliseconds(() => prompt.Run("Get-EcsTask | Out-Null")) / 1000;
        yield return new(
            $"the same, throttled at {CallsPerSecond} calls a second: {throttled:0.0} s",
            $"as many calls at that rate: {ideal:0.0} s",
            throttled / ideal,
            Goal.AtMost(1.3, Goal.Times));
    }
}
