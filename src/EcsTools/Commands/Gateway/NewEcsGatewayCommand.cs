using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Creates a gateway, whose load balancers ECS manages.</summary>
[Cmdlet(VerbsCommon.New, "EcsGateway", SupportsShouldProcess = true), OutputType(typeof(Model.Gateway))]
[Operation(nameof(Operations.CreateGateway), Target = "name")]
[Waits("until the gateway is ACTIVE")]
public sealed partial class NewEcsGatewayCommand : EcsOperationCommand<CreateGatewayRequest, CreateGatewayResponse>, IWaitParameters
{
    private protected override string? Describes => "Gateway";

    private protected override Operation<CreateGatewayRequest, CreateGatewayResponse> Operation => Operations.CreateGateway;

    private protected override string Subject(CreateGatewayRequest request) => $"gateway {request.Name}";

    private protected override string Action(CreateGatewayRequest request) => "Create";

    private protected override async Task Emit(CreateGatewayRequest request, CreateGatewayResponse response, JobOutput output)
    {
        var answered = new Model.Gateway { GatewayArn = response.GatewayArn, Name = response.Name, Status = response.Status };
        var goal = GatewayGoals.Ready(response.GatewayArn!);
        await this.EmitSettled(await goal.Shown(answered, output.Calls), goal, output);
    }
}
