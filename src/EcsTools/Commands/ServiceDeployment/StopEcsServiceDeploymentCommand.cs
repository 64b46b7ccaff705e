using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Stops service deployments that are under way. The service goes back to the revision that it had before.</summary>
[Cmdlet(VerbsLifecycle.Stop, "EcsServiceDeployment", SupportsShouldProcess = true), OutputType(typeof(Model.ServiceDeployment))]
[Operation(nameof(Operations.StopServiceDeployment), Targets = "serviceDeploymentArn")]
public sealed partial class StopEcsServiceDeploymentCommand : EcsOperationCommand<StopServiceDeploymentRequest, StopServiceDeploymentResponse>
{
    /// <summary>Emits the service deployment as it is then.</summary>
    [Parameter(HelpMessage = "Emits the service deployment as it is then.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Operation<StopServiceDeploymentRequest, StopServiceDeploymentResponse> Operation => Operations.StopServiceDeployment;

    private protected override string Subject(StopServiceDeploymentRequest request) => Naming.ServiceDeployment(request.ServiceDeploymentArn);

    private protected override string Action(StopServiceDeploymentRequest request) =>
        request.StopType == StopServiceDeploymentStopType.Abort ? "Stop, and leave the service as it is" : "Stop, and roll back";

    private protected override async Task Emit(StopServiceDeploymentRequest request, StopServiceDeploymentResponse response, JobOutput output)
    {
        if (PassThru) await this.Describe(response.ServiceDeploymentArn!, output);
    }
}
