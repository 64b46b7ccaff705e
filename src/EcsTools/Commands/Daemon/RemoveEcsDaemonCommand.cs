using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes daemons and stops their tasks.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsDaemon", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DaemonDetail))]
[Operation(nameof(Operations.DeleteDaemon), Targets = "daemonArn")]
[Waits("until the tasks have stopped on all instances and the daemon is deleted")]
[Calls(nameof(Operations.DescribeDaemon), With = "Wait")]
public sealed partial class RemoveEcsDaemonCommand : EcsRemovalCommand<DeleteDaemonRequest, DeleteDaemonResponse>, IWaitParameters
{
    private protected override Operation<DeleteDaemonRequest, DeleteDaemonResponse> Operation => Operations.DeleteDaemon;

    private protected override string Subject(DeleteDaemonRequest request) => Naming.OfArn("daemon", request.DaemonArn);

    private protected override string Action(DeleteDaemonRequest request) => "Delete, and stop its tasks";

    /// <summary>A daemon that is gone cannot be described any more.</summary>
    private protected override async ValueTask<object?> Removed(DeleteDaemonResponse response, JobOutput output) =>
        await this.Settled(AnsweredDaemon.From(response), DaemonGoals.Gone(response.DaemonArn!), output);
}
