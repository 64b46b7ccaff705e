using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>
/// A cmdlet that waits: what comes down the pipeline is gathered, and waited for together, as many at once as ECS describes in one call.
/// </summary>
/// <typeparam name="T">The resource that the cmdlet waits for, and returns.</typeparam>
public abstract class EcsWaitCommand<T> : EcsOneRegionCommand, IWaitParameters
    where T : class
{
    private readonly Dictionary<(string? Cluster, string Name), Goal<T>> goals = [];
    private ClusterBatches? batches;

    [Parameter(HelpMessage = IWaitParameters.TimeoutHelp)]
    [Seconds]
    public TimeSpan Timeout { get; set; } = IWaitParameters.DefaultTimeout;

    SwitchParameter IWaitParameters.Wait => true;

    bool IWaitParameters.FollowsChange => false;

    /// <summary>How many ids the API describes in one call.</summary>
    private protected abstract int BatchSize { get; }

    /// <summary>The names, ids or ARNs that were given now.</summary>
    private protected abstract IReadOnlyList<string>? Names { get; }

    /// <summary>The cluster that was given; null for what lives in none.</summary>
    private protected virtual string? GivenCluster => null;

    /// <summary>The awaited state of one of them.</summary>
    private protected abstract Goal<T> NewGoal(string? cluster, string name);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        batches = new ClusterBatches(BatchSize);
    }

    /// <summary>Gathers, and starts to wait when a call is full.</summary>
    private protected override void Process()
    {
        foreach (var name in Names ?? [])
        {
            var cluster = ClusterFor(GivenCluster, name);
            goals[(cluster, name)] = NewGoal(cluster, name); // created now: the piped object has more information than its name
            if (batches!.Add(cluster, name) is { } full) Start(full);
        }
    }

    /// <summary>Waits for all.</summary>
    protected override void EndProcessing()
    {
        foreach (var rest in batches!.Rest()) Start(rest);
        base.EndProcessing();
    }

    private void Start(Batch batch)
    {
        var together = batch.Ids.Distinct().Select(name => goals[(batch.Cluster, name)]).ToList();
        Start(output => this.WaitFor(together, one => output.Object(one).AsTask(), output));
    }
}
