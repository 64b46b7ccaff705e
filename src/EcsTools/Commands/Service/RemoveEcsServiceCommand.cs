using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes services. One that still wants tasks needs -Force.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.DeleteService), Targets = "service")]
public sealed partial class RemoveEcsServiceCommand : EcsOperationCommand<DeleteServiceRequest, DeleteServiceResponse>, IWaitParameters
{
    /// <summary>Emits the service as it was deleted.</summary>
    [Parameter(HelpMessage = "Emits the service as it was deleted.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Waits until the last task has stopped and the service is INACTIVE.</summary>
    [Parameter(HelpMessage = "Waits until the last task has stopped and the service is INACTIVE.")]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = WaitHelp.Timeout)]
    public TimeSpan Timeout { get; set; } = WaitHelp.DefaultTimeout;

    private protected override Operation<DeleteServiceRequest, DeleteServiceResponse> Operation => Operations.DeleteService;

    private protected override string Subject(DeleteServiceRequest request) => Naming.Subject("service", request.Service, request.Cluster);

    private protected override string Action(DeleteServiceRequest request) => request.Force == true ? "Delete, and stop its tasks" : "Delete";

    private protected override async Task Emit(DeleteServiceRequest request, DeleteServiceResponse response, JobOutput output)
    {
        var service = response.Service!;
        if (Wait) service = await this.WaitFor(ServiceGoal.Inactive(service), output);
        if (PassThru && service is not null) await output.Object(service);
    }
}
