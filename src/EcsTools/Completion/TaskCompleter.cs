using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the tasks of the cluster that the command names.</summary>
public sealed class TaskCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListTasks, new() { Cluster = cluster }, cancellation);
}
