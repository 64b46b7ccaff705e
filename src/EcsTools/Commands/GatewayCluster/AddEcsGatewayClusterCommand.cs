using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Associates gateways with a cluster.</summary>
[Cmdlet(VerbsCommon.Add, "EcsGatewayCluster", SupportsShouldProcess = true), OutputType(typeof(GatewayClusterAssociationSummary))]
[Operation(nameof(Operations.AssociateGatewayWithCluster), Targets = "gateway")]
[Waits("until the association is ACTIVE")]
public sealed partial class AddEcsGatewayClusterCommand
    : EcsOperationCommand<AssociateGatewayWithClusterRequest, AssociateGatewayWithClusterResponse>, IWaitParameters
{
    private protected override Operation<AssociateGatewayWithClusterRequest, AssociateGatewayWithClusterResponse> Operation =>
        Operations.AssociateGatewayWithCluster;

    /// <summary>ECS requires the cluster here, also the default one.</summary>
    private protected override bool Complete(AssociateGatewayWithClusterRequest request)
    {
        request.Cluster ??= "default";
        return true;
    }

    private protected override string Subject(AssociateGatewayWithClusterRequest request) => $"gateway {EcsArn.IdOf(request.Gateway!)}";

    private protected override string Action(AssociateGatewayWithClusterRequest request) =>
        $"Associate with cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override Task Emit(
        AssociateGatewayWithClusterRequest request, AssociateGatewayWithClusterResponse response, JobOutput output)
    {
        var association = new GatewayClusterAssociationSummary
        {
            GatewayArn = response.GatewayArn,
            ClusterArn = response.ClusterArn,
            Status = response.Status,
        };
        return this.EmitSettled(association, GatewayGoals.Associated(association), output);
    }
}
