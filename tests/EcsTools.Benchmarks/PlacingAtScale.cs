using BenchmarkDotNet.Attributes;

namespace EcsTools.Benchmarks;

/// <summary>Services of 20 tasks each on as many instances, on the manual clock: the requests over HTTP, and everything that follows until all tasks run.</summary>
[MemoryDiagnoser]
public class PlacingAtScale
{
    private const int TasksOfAService = 20;

    /// <summary>How many services, and how many instances.</summary>
    [Params(5000)]
    public int Services { get; set; }

    /// <summary>All tasks placed and running.</summary>
    [Benchmark]
    public void PlaceAll()
    {
        using var local = new BareLocal();
        local.AddInstances(Services, cpu: 4096, memory: 8192);
        local.Ask("RegisterTaskDefinition", """{"family":"web","containerDefinitions":[{"name":"web","image":"nginx","cpu":64,"memory":64}]}""");
        for (var service = 0; service < Services; service++) local.Ask("CreateService", $$"""{"serviceName":"s{{service}}","taskDefinition":"web","desiredCount":{{TasksOfAService}}}""");
        local.Settle();
    }
}
