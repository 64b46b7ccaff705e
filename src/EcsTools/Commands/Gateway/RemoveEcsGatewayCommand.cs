using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Deletes gateways and their load balancers. Deletion protection must be off, and no cluster associated.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsGateway", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Model.Gateway))]
[Operation(nameof(Operations.DeleteGateway), Targets = "gateway")]
public sealed partial class RemoveEcsGatewayCommand : EcsRemovalCommand<DeleteGatewayRequest, DeleteGatewayResponse>
{
    private protected override Operation<DeleteGatewayRequest, DeleteGatewayResponse> Operation => Operations.DeleteGateway;

    private protected override string Subject(DeleteGatewayRequest request) => $"gateway {EcsArn.IdOf(request.Gateway!)}";

    private protected override string Action(DeleteGatewayRequest request) => "Delete, with its load balancers";

    /// <summary>A deleted gateway cannot be described any more.</summary>
    private protected override object Removed(DeleteGatewayResponse response) => new Model.Gateway { GatewayArn = response.GatewayArn, Name = response.Name, Status = response.Status };
}
