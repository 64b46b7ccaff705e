using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes task sets. The primary one, and one that is scaled above 0, need -Force.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsTaskSet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Model.TaskSet))]
[Operation(nameof(Operations.DeleteTaskSet), Targets = "taskSet")]
[Waits("until the task set is gone with all its tasks")]
public sealed partial class RemoveEcsTaskSetCommand : EcsRemovalCommand<DeleteTaskSetRequest, DeleteTaskSetResponse>, IWaitParameters
{
    private protected override Operation<DeleteTaskSetRequest, DeleteTaskSetResponse> Operation => Operations.DeleteTaskSet;

    private protected override string Subject(DeleteTaskSetRequest request) => Naming.TaskSet(request.TaskSet, request.Service, request.Cluster);

    private protected override string Action(DeleteTaskSetRequest request) => request.Force == true ? "Delete, and stop its tasks" : "Delete";

    private protected override async ValueTask<object?> Removed(DeleteTaskSetResponse response, JobOutput output) =>
        await this.Settled(response.TaskSet!, TaskSetGoal.Gone(response.TaskSet!), output);
}
