using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Lists the associations of gateways with clusters.</summary>
internal sealed class ListGatewayClusterAssociationsHandler()
    : Handler<ListGatewayClusterAssociationsRequest, ListGatewayClusterAssociationsResponse>(Operations.ListGatewayClusterAssociations)
{
    // The operation has no GatewayNotFoundException: a gateway that doesn't exist has no associations.
    protected override ListGatewayClusterAssociationsResponse Handle(Call call, ListGatewayClusterAssociationsRequest request)
    {
        foreach (var status in request.Status ?? []) Check.OneOf(status, "status", [.. GatewayClusterAssociationStatus.Values]);
        var cluster = request.Cluster is null ? null : Identifiers.ClusterName(request.Cluster);
        var associations =
            from gateway in call.Region.Gateways.Values
            where request.Gateway is null || gateway.Name == request.Gateway || gateway.Resource.GatewayArn == request.Gateway
            from association in gateway.Clusters
            where cluster is null || association.Key == cluster
            where request.Status is null or [] || request.Status.Contains(association.Value)
            select (Key: $"{gateway.Name}\0{association.Key}", Summary: new GatewayClusterAssociationSummary
            {
                GatewayArn = gateway.Resource.GatewayArn,
                ClusterArn = call.Region.Arn($"cluster/{association.Key}"),
                Status = association.Value,
            });
        var (page, next) = Paging.ByName(associations, pair => pair.Key, pair => pair.Summary, request.NextToken, request.MaxResults);
        return new() { GatewayClusterAssociations = page, NextToken = next };
    }
}
