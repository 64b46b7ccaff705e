using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that changes several things in one call: ids from the pipeline are gathered, a cluster each.</summary>
public abstract class EcsBatchCommand : EcsChangeCommand
{
    private readonly ClusterBatches predicted = new(int.MaxValue);
    private ClusterBatches? batches;

    /// <summary>How many ids the API changes in one call.</summary>
    private protected abstract int BatchSize { get; }

    /// <summary>The ids that were given now.</summary>
    private protected abstract IReadOnlyList<string> Names { get; }

    /// <summary>The cluster that was given; null for what lives in none.</summary>
    private protected virtual string? GivenCluster => null;

    /// <summary>The resource type of the IDs, for messages.</summary>
    private protected abstract string Thing { get; }

    /// <summary>The thing, as a person calls it: "container instance abc in cluster prod".</summary>
    private protected virtual string Subject(string name, string? cluster) => Naming.Subject(Thing, name, cluster);

    /// <summary>The action on each resource, in the text of -WhatIf.</summary>
    private protected abstract string Action { get; }

    /// <summary>The function that changes a batch. Created on the pipeline's thread, where the parameters don't change.</summary>
    private protected abstract Change NewChange();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        batches = new ClusterBatches(InOneChange(BatchSize));
    }

    /// <summary>Asks about each, and sends a batch when it is full.</summary>
    private protected override void Process()
    {
        foreach (var name in Names)
        {
            var cluster = ClusterFor(GivenCluster, name);
            if (ShouldProcess(Subject(name, cluster), Action))
            {
                if (HasOwnSettings) Send(new Batch(cluster, [name])); // the next row can have other values
                else if (batches!.Add(cluster, name) is { } full) Send(full);
            }
            else if (IsWhatIf)
            {
                predicted.Add(cluster, name);
            }
        }
    }

    /// <summary>Sends what is left, and waits.</summary>
    protected override void EndProcessing()
    {
        foreach (var rest in batches!.Rest()) Send(rest);
        foreach (var all in predicted.Rest().Select(Forecast).OfType<Func<JobOutput, Task>>()) Start(all);
        base.EndProcessing();
    }

    /// <summary>
    /// Writes the predicted result of the change under -WhatIf, for all resources of a cluster together; null if there is no prediction.
    /// </summary>
    private protected virtual Func<JobOutput, Task>? Forecast(Batch batch) => null;

    private void Send(Batch batch)
    {
        var change = NewChange();
        Start(async output =>
        {
            try
            {
                await change(batch, output);
            }
            catch (EcsException e)
            {
                await output.Error(await Nearest.Add(e, batch.Cluster, null), batch.Concerned(e));
            }
        });
    }

    /// <summary>Changes a batch and writes what came of it.</summary>
    private protected delegate Task Change(Batch batch, JobOutput output);
}
