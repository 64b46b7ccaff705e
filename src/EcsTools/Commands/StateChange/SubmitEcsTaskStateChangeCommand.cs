using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Reports that tasks have changed, as the agent of their container instance does. On the local ECS it moves the tasks.</summary>
[Cmdlet(VerbsLifecycle.Submit, "EcsTaskStateChange", SupportsShouldProcess = true), OutputType(typeof(string))]
[Operation(nameof(Operations.SubmitTaskStateChange), Targets = "task")]
public sealed partial class SubmitEcsTaskStateChangeCommand : EcsOperationCommand<SubmitTaskStateChangeRequest, SubmitTaskStateChangeResponse>
{
    private protected override Operation<SubmitTaskStateChangeRequest, SubmitTaskStateChangeResponse> Operation => Operations.SubmitTaskStateChange;

    private protected override string Subject(SubmitTaskStateChangeRequest request) => Naming.Subject("task", request.Task, request.Cluster);

    private protected override string Action(SubmitTaskStateChangeRequest request) => request.Status is { } status ? $"Report {status}" : "Report";

    private protected override async Task Emit(SubmitTaskStateChangeRequest request, SubmitTaskStateChangeResponse response, JobOutput output) =>
        await output.Object(response.Acknowledgment!);
}
