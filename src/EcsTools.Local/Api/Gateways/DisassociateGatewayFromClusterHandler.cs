using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Ends an association after a short time.</summary>
internal sealed class DisassociateGatewayFromClusterHandler()
    : Handler<DisassociateGatewayFromClusterRequest, DisassociateGatewayFromClusterResponse>(Operations.DisassociateGatewayFromCluster)
{
    protected override DisassociateGatewayFromClusterResponse Handle(Call call, DisassociateGatewayFromClusterRequest request)
    {
        var gateway = call.Gateway(request.Gateway);
        var cluster = call.Cluster(request.Cluster);
        if (gateway.Clusters.GetValueOrDefault(cluster.Name) is null or GatewayClusterAssociationStatus.Inactive)
            throw new EcsFault("ResourceNotFoundException", "The gateway is not associated with the cluster.");

        gateway.Clusters[cluster.Name] = GatewayClusterAssociationStatus.Disassociating;
        GatewayRoutes.Settle(gateway);
        return new()
        {
            GatewayArn = gateway.Resource.GatewayArn,
            ClusterArn = cluster.Resource.ClusterArn,
            Status = gateway.Clusters[cluster.Name],
        };
    }
}
