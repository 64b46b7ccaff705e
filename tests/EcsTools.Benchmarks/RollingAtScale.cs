using BenchmarkDotNet.Attributes;

namespace EcsTools.Benchmarks;

/// <summary>A rolling update of one large service on the manual clock, from the request to the last of the old tasks.</summary>
public class RollingAtScale
{
    private BareLocal local = null!;

    /// <summary>How many tasks the service has.</summary>
    [Params(1000, 5000)]
    public int Tasks { get; set; }

    /// <summary>Makes the service, and lets all its tasks run.</summary>
    [IterationSetup]
    public void Fill()
    {
        local = new BareLocal();
        local.AddInstances(Tasks / 20, cpu: 4096, memory: 8192);
        local.Ask("RegisterTaskDefinition", """{"family":"web","containerDefinitions":[{"name":"web","image":"nginx","cpu":64,"memory":64}]}""");
        local.Ask("CreateService", $$"""{"serviceName":"web","taskDefinition":"web","desiredCount":{{Tasks}}}""");
        local.Settle();
    }

    /// <summary>All tasks replaced.</summary>
    [Benchmark]
    public void Roll()
    {
        local.Ask("UpdateService", """{"service":"web","forceNewDeployment":true}""");
        local.Settle();
    }

    /// <summary>Ends the local ECS.</summary>
    [IterationCleanup]
    public void End() => local.Dispose();
}
