using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;
using EcsTools.Client;
using EcsTools.Model;

namespace EcsTools.Benchmarks.Areas;

/// <summary>A small call by a cmdlet, compared with the same call by its client.</summary>
internal static class Calling
{
    private const int Calls = 200;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var serving = ServingProcess.Start(0);
        var url = serving.ReadLine();
        using var prompt = Prompt.At(url);
        using var client = new EcsClientFactory().Create(new EcsClientSettings { Region = "us-east-1", AccessKey = "a", SecretKey = "b", EndpointUrl = url });
        using var bare = new BareClient(url);
        var times = Interleaved.Milliseconds(
            effort.Repetitions,
            () => prompt.Run($"foreach ($call in 1..{Calls}) {{ $null = Get-EcsCluster default }}"),
            () => Repeat(() => client.SendAsync(Operations.DescribeClusters, new() { Clusters = ["default"] }, null, CancellationToken.None).GetAwaiter().GetResult()),
            () => Repeat(() => bare.Ask("DescribeClusters", """{"clusters":["default"]}""")));
        var (cmdlet, clients, bares) = (times[0] * 1000 / Calls, times[1] * 1000 / Calls, times[2] * 1000 / Calls);
        yield return new(
            $"a small call by a cmdlet: {cmdlet:0} µs",
            $"by the client: {clients:0} µs (by a bare HttpClient: {bares:0} µs)",
            cmdlet - clients,
            Goal.AtMost(100, Goal.MoreMicroseconds));
    }

    private static void Repeat(Action call)
    {
        for (var count = 0; count < Calls; count++) call();
    }
}
