using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes gateways.</summary>
internal sealed class GatewayCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        All(client, Operations.ListGateways, new(), gateway => Candidate.Of(gateway.GatewayArn!, gateway.Status), cancellation);
}
