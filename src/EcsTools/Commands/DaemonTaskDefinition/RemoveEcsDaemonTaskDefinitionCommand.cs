using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Deletes revisions of daemon task definitions. Daemons that run them go on; no new one can.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsDaemonTaskDefinition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Model.DaemonTaskDefinition))]
[Operation(nameof(Operations.DeleteDaemonTaskDefinition), Targets = "daemonTaskDefinition")]
public sealed partial class RemoveEcsDaemonTaskDefinitionCommand : EcsOperationCommand<DeleteDaemonTaskDefinitionRequest, DeleteDaemonTaskDefinitionResponse>
{
    /// <summary>Emits the revision as it is being deleted.</summary>
    [Parameter(HelpMessage = "Emits the revision as it is being deleted.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Operation<DeleteDaemonTaskDefinitionRequest, DeleteDaemonTaskDefinitionResponse> Operation => Operations.DeleteDaemonTaskDefinition;

    private protected override string Subject(DeleteDaemonTaskDefinitionRequest request) => $"daemon task definition {EcsArn.IdOf(request.DaemonTaskDefinition!)}";

    private protected override string Action(DeleteDaemonTaskDefinitionRequest request) => "Delete";

    private protected override async Task Emit(DeleteDaemonTaskDefinitionRequest request, DeleteDaemonTaskDefinitionResponse response, JobOutput output)
    {
        if (!PassThru) return;
        var described = await SendAsync(Operations.DescribeDaemonTaskDefinition, new() { DaemonTaskDefinition = response.DaemonTaskDefinitionArn }, output);
        await output.Object(described.DaemonTaskDefinition!);
    }
}
