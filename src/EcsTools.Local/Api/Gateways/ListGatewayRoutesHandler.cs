using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Lists the routes of connected services.</summary>
internal sealed class ListGatewayRoutesHandler()
    : Handler<ListGatewayRoutesRequest, ListGatewayRoutesResponse>(Operations.ListGatewayRoutes)
{
    protected override ListGatewayRoutesResponse Handle(Call call, ListGatewayRoutesRequest request)
    {
        foreach (var status in request.Status ?? []) Check.OneOf(status, "status", [.. GatewayRouteStatus.Values]);
        var gateways = request.Gateway is null ? call.Region.Gateways.Values.AsEnumerable() : [call.Gateway(request.Gateway)];
        var cluster = request.Cluster is null ? null : Identifiers.ClusterName(request.Cluster);
        var routes =
            from gateway in gateways
            from route in gateway.Routes.Values
            where cluster is null || route.ClusterName == cluster
            where request.Service is null || route.Resource.ServiceArn == request.Service
                || EcsArn.IdOf(route.Resource.ServiceArn!) == request.Service
            where request.ServiceContainerPortName is null || route.Resource.ServiceContainerPortName == request.ServiceContainerPortName
            where request.Status is null or [] || request.Status.Contains(route.Resource.Status!)
            select (Gateway: gateway, Route: route);
        var (page, next) = Paging.ByName(
            routes,
            pair => $"{pair.Gateway.Name}\0{pair.Route.Resource.GatewayRouteArn}",
            pair => Summary(call, pair.Gateway, pair.Route),
            request.NextToken,
            request.MaxResults);
        return new() { GatewayRoutes = page, NextToken = next };
    }

    private static GatewayRouteSummary Summary(Call call, GatewayState gateway, GatewayRouteState route) => new()
    {
        GatewayRouteArn = route.Resource.GatewayRouteArn,
        GatewayArn = gateway.Resource.GatewayArn,
        ClusterArn = call.Region.Arn($"cluster/{route.ClusterName}"),
        ServiceArn = route.Resource.ServiceArn,
        ServiceContainerPortName = route.Resource.ServiceContainerPortName,
        Status = route.Resource.Status,
    };
}
