using System.Diagnostics;
using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>All tasks of a cluster, compared with a bare client that sends the same calls; and the time until the first task.</summary>
internal static class Listing
{
    // The clock starts in the script, so that PowerShell's parsing of the script doesn't count.
    private const string FirstObject = "$first.Start(); Get-EcsTask | . { begin { $seen = $false } process { if (-not $seen) { $seen = $true; $first.Stop() } } }";

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var tasks = effort.Of(10_000);
        using var serving = ServingProcess.Start(tasks);
        var url = serving.ReadLine();
        using var client = new BareClient(url);
        using var prompt = Prompt.At(url);
        var bare = new BareListing(client);
        var whole = Interleaved.Milliseconds(
            effort.Repetitions,
            () => prompt.Run("Get-EcsTask | Out-Null"),
            () => bare.SideBySideAsync().GetAwaiter().GetResult());
        yield return new(
            $"`Get-EcsTask` of {tasks:#,0} tasks: {whole[0]:0} ms",
            $"the same calls by a bare HttpClient: {whole[1]:0} ms",
            whole[0] / whole[1],
            Goal.AtMost(1.25, Goal.Times));

        var first = Interleaved.Medians(
            effort.Repetitions,
            () => UntilFirst(prompt),
            () => Interleaved.Milliseconds(() => bare.FirstPageAsync().GetAwaiter().GetResult()));
        yield return new($"its first object: {first[0]:0.0} ms", $"two calls by the bare client: {first[1]:0.0} ms", first[0] / first[1], Goal.AtMost(2, Goal.Times));
    }

    private static double UntilFirst(Prompt prompt)
    {
        var first = new Stopwatch();
        prompt.Set("first", first);
        prompt.Run(FirstObject);
        return first.Elapsed.TotalMilliseconds;
    }
}
