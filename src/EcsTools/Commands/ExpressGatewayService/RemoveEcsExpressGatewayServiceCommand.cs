using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes Express services with their tasks and the resources that ECS created for them.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsExpressGatewayService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ECSExpressGatewayService))]
[Operation(nameof(Operations.DeleteExpressGatewayService), Targets = "serviceArn")]
[Waits("until the last task has stopped and the service is INACTIVE")]
public sealed partial class RemoveEcsExpressGatewayServiceCommand
    : EcsRemovalCommand<DeleteExpressGatewayServiceRequest, DeleteExpressGatewayServiceResponse>, IWaitParameters
{
    private protected override Operation<DeleteExpressGatewayServiceRequest, DeleteExpressGatewayServiceResponse> Operation =>
        Operations.DeleteExpressGatewayService;

    private protected override string Subject(DeleteExpressGatewayServiceRequest request) =>
        Naming.OfArn("Express service", request.ServiceArn);

    private protected override string Action(DeleteExpressGatewayServiceRequest request) =>
        "Delete, with its tasks, load balancer and scaling";

    private protected override async ValueTask<object?> Removed(DeleteExpressGatewayServiceResponse response, JobOutput output) =>
        await this.Settled(response.Service!, ExpressGoals.Inactive(response.Service!.ServiceArn!), output);
}
