using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Creates an Express service with its load balancer, scaling, logs, and security groups from a container image.</summary>
[Cmdlet(VerbsCommon.New, "EcsExpressGatewayService", SupportsShouldProcess = true), OutputType(typeof(ECSExpressGatewayService))]
[Operation(nameof(Operations.CreateExpressGatewayService), Target = "serviceName")]
[Waits("until the deployment is SUCCESSFUL. A deployment that is stopped or rolled back causes an error")]
[Calls(nameof(Operations.DescribeExpressGatewayService))]
[Calls(nameof(Operations.DescribeServices), nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments),
    With = "Wait")]
public sealed partial class NewEcsExpressGatewayServiceCommand
    : EcsOperationCommand<CreateExpressGatewayServiceRequest, CreateExpressGatewayServiceResponse>, IWaitParameters
{
    private protected override string? Describes => "ExpressService";

    private protected override Operation<CreateExpressGatewayServiceRequest, CreateExpressGatewayServiceResponse> Operation =>
        Operations.CreateExpressGatewayService;

    private protected override string Subject(CreateExpressGatewayServiceRequest request) =>
        Naming.Subject("Express service", request.ServiceName, request.Cluster);

    private protected override string Action(CreateExpressGatewayServiceRequest request) =>
        $"Create, running {request.PrimaryContainer?.Image ?? EcsArn.IdOf(request.TaskDefinitionArn ?? "")}";

    private protected override async Task Emit(
        CreateExpressGatewayServiceRequest request, CreateExpressGatewayServiceResponse response, JobOutput output)
    {
        var service = response.Service!;
        if (!Wait) await output.Object(service);
        else if (await this.WaitForDeployment(service.ServiceArn!, service.ActiveConfigurations?.FirstOrDefault(), output) is { } deployed)
            await output.Object(deployed);
    }
}
