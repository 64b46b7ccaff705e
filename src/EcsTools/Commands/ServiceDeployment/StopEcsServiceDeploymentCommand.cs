using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Stops service deployments that are under way. The service goes back to the revision that it had before.</summary>
[Cmdlet(VerbsLifecycle.Stop, "EcsServiceDeployment", SupportsShouldProcess = true), OutputType(typeof(Model.ServiceDeployment))]
[Operation(nameof(Operations.StopServiceDeployment), Targets = "serviceDeploymentArn")]
[Waits("until the deployment is over, and rolled back where that was asked for")]
public sealed partial class StopEcsServiceDeploymentCommand : EcsRemovalCommand<StopServiceDeploymentRequest, StopServiceDeploymentResponse>, IWaitParameters
{
    private protected override Operation<StopServiceDeploymentRequest, StopServiceDeploymentResponse> Operation => Operations.StopServiceDeployment;

    private protected override string Subject(StopServiceDeploymentRequest request) => Naming.ServiceDeployment(request.ServiceDeploymentArn);

    private protected override string Action(StopServiceDeploymentRequest request) =>
        request.StopType == StopServiceDeploymentStopType.Abort ? "Stop, and leave the service as it is" : "Stop, and roll back";

    private protected override async ValueTask<object?> Removed(StopServiceDeploymentResponse response, JobOutput output)
    {
        var arn = response.ServiceDeploymentArn!;
        if (Wait) return await this.WaitFor(ServiceDeploymentGoal.Stopped(arn), output);
        return PassThru ? await this.Describe(arn, output) : null;
    }
}
