using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Changes gateways without interrupting their traffic. What is not given stays.</summary>
[Cmdlet(VerbsData.Update, "EcsGateway", SupportsShouldProcess = true), OutputType(typeof(Model.Gateway))]
[Operation(nameof(Operations.UpdateGateway), Targets = "gateway")]
public sealed partial class UpdateEcsGatewayCommand : EcsOperationCommand<UpdateGatewayRequest, UpdateGatewayResponse>
{
    private protected override Operation<UpdateGatewayRequest, UpdateGatewayResponse> Operation => Operations.UpdateGateway;

    private protected override string Subject(UpdateGatewayRequest request) => $"gateway {EcsArn.IdOf(request.Gateway!)}";

    private protected override string Action(UpdateGatewayRequest request) => Naming.Changes(request, "gateway");

    private protected override async Task Emit(UpdateGatewayRequest request, UpdateGatewayResponse response, JobOutput output) =>
        await output.Object((await SendAsync(Operations.DescribeGateway, new() { Gateway = response.GatewayArn }, output)).Gateway!);
}
