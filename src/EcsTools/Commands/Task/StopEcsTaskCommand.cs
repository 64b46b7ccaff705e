using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Stops tasks. A service starts another in the place of one of its own.</summary>
[Cmdlet(VerbsLifecycle.Stop, "EcsTask", SupportsShouldProcess = true), OutputType(typeof(Model.Task))]
[Operation(nameof(Operations.StopTask), Targets = "task")]
public sealed partial class StopEcsTaskCommand : EcsRemovalCommand<StopTaskRequest, StopTaskResponse>
{
    private protected override Operation<StopTaskRequest, StopTaskResponse> Operation => Operations.StopTask;

    private protected override string Subject(StopTaskRequest request) => Naming.Subject("task", request.Task, request.Cluster);

    private protected override string Action(StopTaskRequest request) => "Stop";

    private protected override object Removed(StopTaskResponse response) => response.Task!;
}
