using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Associates a gateway with a cluster; the association becomes ACTIVE after a short time.</summary>
internal sealed class AssociateGatewayWithClusterHandler()
    : Handler<AssociateGatewayWithClusterRequest, AssociateGatewayWithClusterResponse>(Operations.AssociateGatewayWithCluster)
{
    private const int MaxGateways = 5;

    protected override AssociateGatewayWithClusterResponse Handle(Call call, AssociateGatewayWithClusterRequest request)
    {
        var gateway = call.Gateway(request.Gateway);
        var cluster = call.ActiveCluster(request.Cluster);
        var others = call.Region.Gateways.Values.Count(other =>
            other != gateway && other.Clusters.GetValueOrDefault(cluster.Name) == GatewayClusterAssociationStatus.Active);
        if (others >= MaxGateways) throw EcsFault.InvalidParameter($"A cluster can be associated with at most {MaxGateways} gateways.");
        gateway.Clusters[cluster.Name] = GatewayClusterAssociationStatus.Active;
        return new()
        {
            GatewayArn = gateway.Resource.GatewayArn,
            ClusterArn = cluster.Resource.ClusterArn,
            Status = GatewayClusterAssociationStatus.Active,
        };
    }
}
