using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Describes a route of a connected service.</summary>
internal sealed class DescribeGatewayRouteHandler()
    : Handler<DescribeGatewayRouteRequest, DescribeGatewayRouteResponse>(Operations.DescribeGatewayRoute)
{
    protected override DescribeGatewayRouteResponse Handle(Call call, DescribeGatewayRouteRequest request)
    {
        var arn = request.GatewayRouteArn ?? "";
        if (!Identifiers.IsArn(arn) || Identifiers.Resource(arn).Split('/') is not ["gateway-route", var gateway, _, _])
            throw EcsFault.InvalidParameter($"Invalid identifier: {arn} is no ARN of a gateway route.");
        return call.Region.Gateways.GetValueOrDefault(gateway)?.Routes.GetValueOrDefault(arn) is { } found
            ? new() { GatewayRoute = found.Resource }
            : throw new EcsFault("ResourceNotFoundException", "The specified gateway route was not found.");
    }
}
