using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the routes from gateways to services, which go by their ARNs.</summary>
internal sealed class GatewayRouteCompleter : LiveCompleter
{
    private protected override bool TakesArn(string parameter) => true;

    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        All(
            client,
            Operations.ListGatewayRoutes,
            new(),
            route =>
                Candidate.Of(
                    route.GatewayRouteArn!, $"{route.Status}, to {EcsArn.IdOf(route.ServiceArn ?? "")}:{route.ServiceContainerPortName}"),
            cancellation);
}
