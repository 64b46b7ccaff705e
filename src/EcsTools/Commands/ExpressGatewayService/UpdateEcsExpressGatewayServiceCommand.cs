using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Changes Express services and deploys the change. What is not given stays.</summary>
[Cmdlet(VerbsData.Update, "EcsExpressGatewayService", SupportsShouldProcess = true), OutputType(typeof(UpdatedExpressGatewayService))]
[Operation(nameof(Operations.UpdateExpressGatewayService), Targets = "serviceArn")]
public sealed partial class UpdateEcsExpressGatewayServiceCommand : EcsOperationCommand<UpdateExpressGatewayServiceRequest, UpdateExpressGatewayServiceResponse>
{
    private protected override Operation<UpdateExpressGatewayServiceRequest, UpdateExpressGatewayServiceResponse> Operation => Operations.UpdateExpressGatewayService;

    private protected override string Subject(UpdateExpressGatewayServiceRequest request) => Naming.OfArn("Express service", request.ServiceArn);

    private protected override string Action(UpdateExpressGatewayServiceRequest request) => Naming.Changes(request, "serviceArn");

    private protected override async Task Emit(UpdateExpressGatewayServiceRequest request, UpdateExpressGatewayServiceResponse response, JobOutput output) =>
        await output.Object(response.Service!);
}
