using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;
using EcsTools.Client;
using EcsTools.Model;

namespace EcsTools.Benchmarks.Areas;

/// <summary>A small call by a cmdlet, compared with the same call by its client.</summary>
internal static class Calling
{
    private const int Calls = 20_000;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var serving = ServingProcess.Start(0);
        var url = serving.ReadLine();
        using var prompt = Prompt.At(url);
        using var client = new EcsClientFactory().Create(new EcsClientSettings { Region = "us-east-1", AccessKey = "a", SecretKey = "b", EndpointUrl = url });
        var (cmdlet, clients) = Interleaved.OneByOne(
            effort.Of(Calls),
            prompt,
            "Get-EcsCluster default",
            () => client.SendAsync(Operations.DescribeClusters, new() { Clusters = ["default"] }, null, CancellationToken.None).GetAwaiter().GetResult());
        yield return new(
            $"a small call by a cmdlet: {cmdlet * 1000:0} µs",
            $"by the client: {clients * 1000:0} µs",
            (cmdlet - clients) * 1000,
            Goal.AtMost(100, Goal.MoreMicroseconds));
    }
}
