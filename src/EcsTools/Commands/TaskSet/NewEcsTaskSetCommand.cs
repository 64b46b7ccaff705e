using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Creates a task set in a service that has an external deployment controller.</summary>
[Cmdlet(VerbsCommon.New, "EcsTaskSet", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(Model.TaskSet))]
[Operation(nameof(Operations.CreateTaskSet), Target = "service", Then = "taskDefinition", TakesFile = true)]
[Waits("until the number of running tasks equals the computed desired count of the task set")]
public sealed partial class NewEcsTaskSetCommand
    : EcsOperationCommand<CreateTaskSetRequest, CreateTaskSetResponse>, IWaitParameters, IRequestFile
{
    [Parameter(HelpMessage = "The percentage of the service's desired count: a number or a structure. Default: 0.")]
    [Scale]
    public Scale? Scale { get; set; }

    private protected override string? Describes => "TaskSet";

    private protected override Operation<CreateTaskSetRequest, CreateTaskSetResponse> Operation => Operations.CreateTaskSet;

    private protected override bool Complete(CreateTaskSetRequest request)
    {
        if (IsGiven(nameof(Scale))) request.Scale = Scale;
        return true;
    }

    private protected override string Subject(CreateTaskSetRequest request) => Naming.Subject("service", request.Service, request.Cluster);

    private protected override string Action(CreateTaskSetRequest request) =>
        $"Create a task set of {EcsArn.IdOf(request.TaskDefinition!)} with {request.Scale?.Value ?? 0} % of the tasks";

    private protected override Task Emit(CreateTaskSetRequest request, CreateTaskSetResponse response, JobOutput output) =>
        this.EmitSettled(response.TaskSet!, TaskSetGoal.Steady(response.TaskSet!), output);
}
