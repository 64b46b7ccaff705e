using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Makes an Express service: from a container image ECS also makes the load balancer, scaling, logs and security groups.</summary>
[Cmdlet(VerbsCommon.New, "EcsExpressGatewayService", SupportsShouldProcess = true), OutputType(typeof(ECSExpressGatewayService))]
[Operation(nameof(Operations.CreateExpressGatewayService), Target = "serviceName")]
public sealed partial class NewEcsExpressGatewayServiceCommand : EcsOperationCommand<CreateExpressGatewayServiceRequest, CreateExpressGatewayServiceResponse>
{
    private protected override Operation<CreateExpressGatewayServiceRequest, CreateExpressGatewayServiceResponse> Operation => Operations.CreateExpressGatewayService;

    private protected override string Subject(CreateExpressGatewayServiceRequest request) => Naming.Subject("Express service", request.ServiceName, request.Cluster);

    private protected override string Action(CreateExpressGatewayServiceRequest request) => $"Create, running {request.PrimaryContainer?.Image ?? EcsArn.IdOf(request.TaskDefinitionArn ?? "")}";

    private protected override async Task Emit(CreateExpressGatewayServiceRequest request, CreateExpressGatewayServiceResponse response, JobOutput output) =>
        await output.Object(response.Service!);
}
