using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Closes a cluster to gateways. The association ends when the last route to a service there is gone.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsGatewayCluster", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(GatewayClusterAssociationSummary))]
[Operation(nameof(Operations.DisassociateGatewayFromCluster), Targets = "gateway")]
public sealed partial class RemoveEcsGatewayClusterCommand : EcsOperationCommand<DisassociateGatewayFromClusterRequest, DisassociateGatewayFromClusterResponse>
{
    /// <summary>Emits the association as it is now.</summary>
    [Parameter(HelpMessage = "Emits the association as it is now.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Operation<DisassociateGatewayFromClusterRequest, DisassociateGatewayFromClusterResponse> Operation => Operations.DisassociateGatewayFromCluster;

    /// <summary>ECS wants the cluster to be named here, also the default one.</summary>
    private protected override bool Complete(DisassociateGatewayFromClusterRequest request)
    {
        request.Cluster ??= "default";
        return true;
    }

    private protected override string Subject(DisassociateGatewayFromClusterRequest request) => $"gateway {EcsArn.IdOf(request.Gateway!)}";

    private protected override string Action(DisassociateGatewayFromClusterRequest request) => $"Disassociate from cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override async Task Emit(DisassociateGatewayFromClusterRequest request, DisassociateGatewayFromClusterResponse response, JobOutput output)
    {
        if (PassThru) await output.Object(new GatewayClusterAssociationSummary { GatewayArn = response.GatewayArn, ClusterArn = response.ClusterArn, Status = response.Status });
    }
}
