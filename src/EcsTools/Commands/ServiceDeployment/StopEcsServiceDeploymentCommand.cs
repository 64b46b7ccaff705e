using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Stops service deployments that are in progress, and rolls the service back.</summary>
[Cmdlet(VerbsLifecycle.Stop, "EcsServiceDeployment", SupportsShouldProcess = true), OutputType(typeof(Model.ServiceDeployment))]
[Operation(nameof(Operations.StopServiceDeployment), Targets = "serviceDeploymentArn")]
[Waits("until the deployment has stopped, and is rolled back if you requested that")]
[Calls(nameof(Operations.DescribeServiceDeployments))]
public sealed partial class StopEcsServiceDeploymentCommand
    : EcsRemovalCommand<StopServiceDeploymentRequest, StopServiceDeploymentResponse>, IWaitParameters
{
    private protected override Operation<StopServiceDeploymentRequest, StopServiceDeploymentResponse> Operation =>
        Operations.StopServiceDeployment;

    private protected override string Subject(StopServiceDeploymentRequest request) =>
        Naming.ServiceDeployment(request.ServiceDeploymentArn);

    private protected override string Action(StopServiceDeploymentRequest request) =>
        request.StopType == StopServiceDeploymentStopType.Abort ? "Stop, and don't roll back" : "Stop, and roll back";

    private protected override async ValueTask<object?> Removed(StopServiceDeploymentResponse response, JobOutput output)
    {
        var arn = response.ServiceDeploymentArn!;
        if (Wait) return await this.WaitFor(ServiceDeploymentGoal.Stopped(arn), output);
        return PassThru ? await this.Describe(arn, output) : null;
    }
}
