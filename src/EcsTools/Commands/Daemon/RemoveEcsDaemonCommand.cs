using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Deletes daemons. Their tasks stop on all instances, some at a time.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsDaemon", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(DaemonDetail))]
[Operation(nameof(Operations.DeleteDaemon), Targets = "daemonArn")]
public sealed partial class RemoveEcsDaemonCommand : EcsOperationCommand<DeleteDaemonRequest, DeleteDaemonResponse>
{
    /// <summary>Emits the daemon as it is being deleted.</summary>
    [Parameter(HelpMessage = "Emits the daemon as it is being deleted.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Operation<DeleteDaemonRequest, DeleteDaemonResponse> Operation => Operations.DeleteDaemon;

    private protected override string Subject(DeleteDaemonRequest request) => Naming.OfArn("daemon", request.DaemonArn);

    private protected override string Action(DeleteDaemonRequest request) => "Delete, and stop its tasks";

    private protected override async Task Emit(DeleteDaemonRequest request, DeleteDaemonResponse response, JobOutput output)
    {
        if (PassThru) await output.Object((await SendAsync(Operations.DescribeDaemon, new() { DaemonArn = response.DaemonArn }, output)).Daemon!);
    }
}
