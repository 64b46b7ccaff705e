using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Reports state changes of tasks, as the ECS agent does.</summary>
[Cmdlet(VerbsLifecycle.Submit, "EcsTaskStateChange", SupportsShouldProcess = true), OutputType(typeof(string))]
[Operation(nameof(Operations.SubmitTaskStateChange), Targets = "task")]
public sealed partial class SubmitEcsTaskStateChangeCommand
    : EcsOperationCommand<SubmitTaskStateChangeRequest, SubmitTaskStateChangeResponse>
{
    private protected override Operation<SubmitTaskStateChangeRequest, SubmitTaskStateChangeResponse> Operation =>
        Operations.SubmitTaskStateChange;

    private protected override string Subject(SubmitTaskStateChangeRequest request) =>
        Naming.Subject("task", request.Task, request.Cluster);

    private protected override string Action(SubmitTaskStateChangeRequest request) =>
        request.Status is { } status ? $"Report {status}" : "Report";

    private protected override async Task Emit(
        SubmitTaskStateChangeRequest request, SubmitTaskStateChangeResponse response, JobOutput output) =>
        await output.Object(response.Acknowledgment!);
}
