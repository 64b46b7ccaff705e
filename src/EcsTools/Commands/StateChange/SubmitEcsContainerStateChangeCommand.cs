using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Reports the state change of a container, as the ECS agent does.</summary>
[Cmdlet(VerbsLifecycle.Submit, "EcsContainerStateChange", SupportsShouldProcess = true), OutputType(typeof(string))]
[Operation(nameof(Operations.SubmitContainerStateChange), Targets = "task")]
public sealed partial class SubmitEcsContainerStateChangeCommand
    : EcsOperationCommand<SubmitContainerStateChangeRequest, SubmitContainerStateChangeResponse>
{
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name of the container in its task definition.")]
    [Alias("Name"), Identity("Container", IsSingle = true), ArgumentCompleter(typeof(ContainerCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string ContainerName { get; set; } = "";

    private protected override Operation<SubmitContainerStateChangeRequest, SubmitContainerStateChangeResponse> Operation =>
        Operations.SubmitContainerStateChange;

    private protected override bool Complete(SubmitContainerStateChangeRequest request)
    {
        request.ContainerName = ContainerName;
        return true;
    }

    private protected override string Subject(SubmitContainerStateChangeRequest request) =>
        $"container {ContainerName} of {Naming.Subject("task", request.Task, request.Cluster)}";

    private protected override string Action(SubmitContainerStateChangeRequest request) =>
        request.Status is { } status ? $"Report {status}" : "Report";

    private protected override async Task Emit(
        SubmitContainerStateChangeRequest request, SubmitContainerStateChangeResponse response, JobOutput output) =>
        await output.Object(response.Acknowledgment!);
}
