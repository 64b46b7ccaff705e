using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes gateways and their load balancers.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsGateway", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Model.Gateway))]
[Operation(nameof(Operations.DeleteGateway), Targets = "gateway")]
[Waits("until the gateway and its load balancers are deleted")]
public sealed partial class RemoveEcsGatewayCommand : EcsRemovalCommand<DeleteGatewayRequest, DeleteGatewayResponse>, IWaitParameters
{
    private protected override Operation<DeleteGatewayRequest, DeleteGatewayResponse> Operation => Operations.DeleteGateway;

    private protected override string Subject(DeleteGatewayRequest request) => $"gateway {EcsArn.IdOf(request.Gateway!)}";

    private protected override string Action(DeleteGatewayRequest request) => "Delete, with its load balancers";

    /// <summary>A deleted gateway cannot be described any more.</summary>
    private protected override async ValueTask<object?> Removed(DeleteGatewayResponse response, JobOutput output)
    {
        var gateway = new Model.Gateway { GatewayArn = response.GatewayArn, Name = response.Name, Status = response.Status };
        return await this.Settled(gateway, GatewayGoals.Gone(response.GatewayArn!), output);
    }
}
