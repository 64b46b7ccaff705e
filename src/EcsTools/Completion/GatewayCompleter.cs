using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes gateways.</summary>
public sealed class GatewayCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListGateways, new(), gateway => gateway.GatewayArn!, cancellation);
}
