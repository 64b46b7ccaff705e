using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Changes Express services and deploys the changes.</summary>
[Cmdlet(VerbsData.Update, "EcsExpressGatewayService", SupportsShouldProcess = true)]
[OutputType(typeof(UpdatedExpressGatewayService), typeof(ECSExpressGatewayService))]
[Operation(nameof(Operations.UpdateExpressGatewayService), Targets = "serviceArn")]
[Waits("until the deployment is SUCCESSFUL. A deployment that is stopped or rolled back causes an error")]
[Calls(nameof(Operations.DescribeExpressGatewayService))]
[Calls(nameof(Operations.DescribeServices), nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments),
    With = "Wait")]
public sealed partial class UpdateEcsExpressGatewayServiceCommand
    : EcsOperationCommand<UpdateExpressGatewayServiceRequest, UpdateExpressGatewayServiceResponse>, IWaitParameters
{
    private protected override Operation<UpdateExpressGatewayServiceRequest, UpdateExpressGatewayServiceResponse> Operation =>
        Operations.UpdateExpressGatewayService;

    private protected override string Subject(UpdateExpressGatewayServiceRequest request) =>
        Naming.OfArn("Express service", request.ServiceArn);

    private protected override string Action(UpdateExpressGatewayServiceRequest request) => Naming.Changes(request, "serviceArn");

    private protected override async Task Emit(
        UpdateExpressGatewayServiceRequest request, UpdateExpressGatewayServiceResponse response, JobOutput output)
    {
        var service = response.Service!;
        if (!Wait) await output.Object(service);
        else if (await this.WaitForDeployment(service.ServiceArn!, service.TargetConfiguration, output) is { } deployed)
            await output.Object(deployed);
    }
}
