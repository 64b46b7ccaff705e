using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Stops tasks.</summary>
[Cmdlet(VerbsLifecycle.Stop, "EcsTask", SupportsShouldProcess = true), OutputType(typeof(Model.Task))]
[Operation(nameof(Operations.StopTask), Targets = "task")]
[Waits("until the task is STOPPED")]
public sealed partial class StopEcsTaskCommand : EcsRemovalCommand<StopTaskRequest, StopTaskResponse>, IWaitParameters
{
    private protected override Operation<StopTaskRequest, StopTaskResponse> Operation => Operations.StopTask;

    private protected override string Subject(StopTaskRequest request) => Naming.Subject("task", request.Task, request.Cluster);

    private protected override string Action(StopTaskRequest request) => "Stop";

    private protected override async ValueTask<object?> Removed(StopTaskResponse response, JobOutput output) =>
        await this.Settled(response.Task!, TaskGoal.Stopped(response.Task!), output);
}
