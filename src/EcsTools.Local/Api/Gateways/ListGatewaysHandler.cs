using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Lists gateways.</summary>
internal sealed class ListGatewaysHandler() : Handler<ListGatewaysRequest, ListGatewaysResponse>(Operations.ListGateways)
{
    private const int MaxNames = 10;

    protected override ListGatewaysResponse Handle(Call call, ListGatewaysRequest request)
    {
        if (request.Names?.Count > MaxNames) throw EcsFault.InvalidParameter($"names can have at most {MaxNames} items.");
        foreach (var status in request.Status ?? []) Check.OneOf(status, "status", [.. GatewayStatus.Values]);
        var gateways =
            from gateway in call.Region.Gateways.Values
            where request.Names is null or [] || request.Names.Contains(gateway.Name)
            where request.Status is null or [] || request.Status.Contains(gateway.Resource.Status!)
            select gateway;
        var (page, next) = Paging.ByName(gateways, gateway => gateway.Name, Summary, request.NextToken, request.MaxResults);
        return new() { Gateways = page, NextToken = next };
    }

    private static GatewaySummary Summary(GatewayState gateway) =>
        new()
        {
            GatewayArn = gateway.Resource.GatewayArn,
            Name = gateway.Name,
            Status = gateway.Resource.Status,
            CreatedAt = gateway.Resource.CreatedAt,
        };
}
