using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the container instances of the cluster that the command names.</summary>
public sealed class ContainerInstanceCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListContainerInstances, new() { Cluster = cluster }, cancellation);
}
