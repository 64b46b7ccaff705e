using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes clusters.</summary>
internal sealed class ClusterCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListClusters, new(), cancellation);

    private protected override async Task<IEnumerable<Candidate>> Describe(
        IEcsClient client, string? cluster, List<string> names, CancellationToken cancellation)
    {
        var answer = await client.SendAsync(Operations.DescribeClusters, new() { Clusters = names }, null, cancellation);
        return (answer.Clusters ?? []).Select(c =>
            new Candidate(c.ClusterName!, $"{c.Status}, {c.ActiveServicesCount ?? 0} services, {c.RunningTasksCount ?? 0} tasks running"));
    }
}
