using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes clusters.</summary>
public sealed class ClusterCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListClusters, new(), cancellation);
}
