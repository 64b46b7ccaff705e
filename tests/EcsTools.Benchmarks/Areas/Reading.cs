using System.Text.Json;
using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;
using EcsTools.Model;

namespace EcsTools.Benchmarks.Areas;

/// <summary>A DescribeTasks answer of a hundred tasks, read into objects.</summary>
internal static class Reading
{
    private const int Rounds = 200;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var json = Answer();
        var times = Interleaved.Milliseconds(
            effort.Repetitions,
            () => Repeat(() => Operations.DescribeTasks.ReadResponse(json)),
            () => Repeat(() => Walk(json)));
        yield return new(
            $"reading a DescribeTasks answer of 100 tasks ({json.Length / 1024} KiB): {times[0] / Rounds:0.000} ms",
            $"`Utf8JsonReader` from token to token: {times[1] / Rounds:0.000} ms",
            times[0] / times[1],
            Goal.AtMost(2.5, Goal.Times));

        var (allocated, size) = (AllocatedBytes(json), ObjectSize.Of(Operations.DescribeTasks.ReadResponse(json)));
        yield return new(
            $"bytes allocated a task read: {allocated / 100:0}",
            $"its strings and objects: {size / 100:0}",
            (double)allocated / size,
            Goal.AtMost(1.3, Goal.Times));
    }

    /// <summary>The response of the local ECS with 100 tasks.</summary>
    public static byte[] Answer()
    {
        using var serving = ServingProcess.Start(100);
        using var client = new BareClient(serving.ReadLine());
        var arns = new BareListing(client).PagesAsync().ToBlockingEnumerable().First();
        return client.Ask("DescribeTasks", BareListing.Tasks(arns));
    }

    public static void Walk(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read()) { }
    }

    private static void Repeat(Action action)
    {
        for (var round = 0; round < Rounds; round++) action();
    }

    private static long AllocatedBytes(byte[] json)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Operations.DescribeTasks.ReadResponse(json);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
