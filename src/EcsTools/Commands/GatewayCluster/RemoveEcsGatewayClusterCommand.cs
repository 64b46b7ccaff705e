using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Closes a cluster to gateways. The association ends when the last route to a service there is gone.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsGatewayCluster", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(GatewayClusterAssociationSummary))]
[Operation(nameof(Operations.DisassociateGatewayFromCluster), Targets = "gateway")]
public sealed partial class RemoveEcsGatewayClusterCommand : EcsRemovalCommand<DisassociateGatewayFromClusterRequest, DisassociateGatewayFromClusterResponse>
{
    private protected override Operation<DisassociateGatewayFromClusterRequest, DisassociateGatewayFromClusterResponse> Operation => Operations.DisassociateGatewayFromCluster;

    /// <summary>ECS wants the cluster to be named here, also the default one.</summary>
    private protected override bool Complete(DisassociateGatewayFromClusterRequest request)
    {
        request.Cluster ??= "default";
        return true;
    }

    private protected override string Subject(DisassociateGatewayFromClusterRequest request) => $"gateway {EcsArn.IdOf(request.Gateway!)}";

    private protected override string Action(DisassociateGatewayFromClusterRequest request) => $"Disassociate from cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override object Removed(DisassociateGatewayFromClusterResponse response) => new GatewayClusterAssociationSummary { GatewayArn = response.GatewayArn, ClusterArn = response.ClusterArn, Status = response.Status };
}
