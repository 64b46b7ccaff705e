using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the services of the cluster that the command names.</summary>
internal sealed class ServiceCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListServices, new() { Cluster = cluster }, cancellation);

    private protected override async Task<IEnumerable<Candidate>> Describe(
        IEcsClient client, string? cluster, List<string> names, CancellationToken cancellation) =>
        (await LiveServices.Describe(client, cluster, names, cancellation)).Select(LiveServices.Candidate);
}
