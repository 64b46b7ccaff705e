using BenchmarkDotNet.Attributes;

namespace EcsTools.Benchmarks;

/// <summary>How many small requests a second the local ECS answers; client and server share the machine.</summary>
public class SmallRequests
{
    private const int Requests = 10_000;
    private const int Callers = 8;
    private FilledCluster cluster = null!;

    /// <summary>Starts it.</summary>
    [GlobalSetup]
    public void Setup() => cluster = new FilledCluster(tasks: 0);

    /// <summary>Describes a cluster, again and again, from several callers.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public Task DescribeCluster() => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Call()));

    /// <summary>Ends it.</summary>
    [GlobalCleanup]
    public void Cleanup() => cluster.Dispose();

    private async Task Call()
    {
        for (var request = 0; request < Requests / Callers; request++) await cluster.AskAsync("DescribeClusters", """{"clusters":["default"]}""");
    }
}
