using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Disassociates gateways from a cluster.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsGatewayCluster", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(GatewayClusterAssociationSummary))]
[Operation(nameof(Operations.DisassociateGatewayFromCluster), Targets = "gateway")]
[Waits("until the last route to a service of the cluster is deleted and the association is INACTIVE")]
[Calls(nameof(Operations.ListGatewayClusterAssociations), With = "Wait")]
public sealed partial class RemoveEcsGatewayClusterCommand
    : EcsRemovalCommand<DisassociateGatewayFromClusterRequest, DisassociateGatewayFromClusterResponse>, IWaitParameters
{
    private protected override Operation<DisassociateGatewayFromClusterRequest, DisassociateGatewayFromClusterResponse> Operation =>
        Operations.DisassociateGatewayFromCluster;

    /// <summary>ECS requires the cluster here, also the default one.</summary>
    private protected override bool Complete(DisassociateGatewayFromClusterRequest request)
    {
        request.Cluster ??= "default";
        return true;
    }

    private protected override string Subject(DisassociateGatewayFromClusterRequest request) => $"gateway {EcsArn.IdOf(request.Gateway!)}";

    private protected override string Action(DisassociateGatewayFromClusterRequest request) =>
        $"Disassociate from cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override async ValueTask<object?> Removed(DisassociateGatewayFromClusterResponse response, JobOutput output)
    {
        var association = new GatewayClusterAssociationSummary
        {
            GatewayArn = response.GatewayArn,
            ClusterArn = response.ClusterArn,
            Status = response.Status,
        };
        return await this.Settled(association, GatewayGoals.Disassociated(association), output);
    }
}
