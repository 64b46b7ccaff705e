namespace EcsTools.Benchmarks;

/// <summary>A local ECS with a cluster full of tasks.</summary>
public sealed class FilledCluster : IDisposable
{
    private readonly BareLocal local = new();

    /// <summary>Fills a cluster: a hundred tasks an instance, and no more instances than that takes.</summary>
    public FilledCluster(int tasks)
    {
        local.Ask("CreateCluster", """{"clusterName":"default"}""");
        local.AddInstances(tasks / 100, cpu: 102400, memory: 102400);
        local.Ask("RegisterTaskDefinition", """{"family":"web","containerDefinitions":[{"name":"web","image":"nginx","cpu":8,"memory":8}]}""");
        for (var call = 0; call < tasks / 10; call++) local.Ask("RunTask", """{"taskDefinition":"web","count":10}""");
        local.Settle();
    }

    /// <summary>Where it serves.</summary>
    public Uri Url => local.Url;

    /// <summary>Sends one request and reads the answer's bytes.</summary>
    public Task<byte[]> AskAsync(string operation, string body) => local.AskAsync(operation, body);

    /// <inheritdoc/>
    public void Dispose() => local.Dispose();
}
