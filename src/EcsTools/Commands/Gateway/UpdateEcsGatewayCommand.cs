using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Changes gateways without interrupting their traffic.</summary>
[Cmdlet(VerbsData.Update, "EcsGateway", SupportsShouldProcess = true), OutputType(typeof(Model.Gateway))]
[Operation(nameof(Operations.UpdateGateway), Targets = "gateway")]
[Waits("until the gateway is ACTIVE with the new settings")]
public sealed partial class UpdateEcsGatewayCommand : EcsOperationCommand<UpdateGatewayRequest, UpdateGatewayResponse>, IWaitParameters
{
    private protected override Operation<UpdateGatewayRequest, UpdateGatewayResponse> Operation => Operations.UpdateGateway;

    private protected override string Subject(UpdateGatewayRequest request) => $"gateway {EcsArn.IdOf(request.Gateway!)}";

    private protected override string Action(UpdateGatewayRequest request) => Naming.Changes(request, "gateway");

    private protected override async Task Emit(UpdateGatewayRequest request, UpdateGatewayResponse response, JobOutput output)
    {
        var answered = new Model.Gateway { GatewayArn = response.GatewayArn, Name = response.Name, Status = response.Status };
        var goal = GatewayGoals.Ready(response.GatewayArn!);
        await this.EmitSettled(Wait ? answered : await goal.Shown(answered, output.Calls), goal, output);
    }
}
