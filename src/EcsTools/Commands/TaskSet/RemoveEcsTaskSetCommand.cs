using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Deletes task sets. The primary one, and one that is scaled above 0, need -Force.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsTaskSet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Model.TaskSet))]
[Operation(nameof(Operations.DeleteTaskSet), Targets = "taskSet")]
public sealed partial class RemoveEcsTaskSetCommand : EcsRemovalCommand<DeleteTaskSetRequest, DeleteTaskSetResponse>
{
    private protected override Operation<DeleteTaskSetRequest, DeleteTaskSetResponse> Operation => Operations.DeleteTaskSet;

    private protected override string Subject(DeleteTaskSetRequest request) => Naming.TaskSet(request.TaskSet, request.Service, request.Cluster);

    private protected override string Action(DeleteTaskSetRequest request) => request.Force == true ? "Delete, and stop its tasks" : "Delete";

    private protected override object Removed(DeleteTaskSetResponse response) => response.TaskSet!;
}
