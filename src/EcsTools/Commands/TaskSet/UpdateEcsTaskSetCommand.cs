using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Scales task sets.</summary>
[Cmdlet(VerbsData.Update, "EcsTaskSet", SupportsShouldProcess = true), OutputType(typeof(Model.TaskSet))]
[Operation(nameof(Operations.UpdateTaskSet), Targets = "taskSet")]
[Waits("until the number of running tasks equals the computed desired count of the task set")]
public sealed partial class UpdateEcsTaskSetCommand : EcsOperationCommand<UpdateTaskSetRequest, UpdateTaskSetResponse>, IWaitParameters
{
    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the service. Default: the service in the ARN of the task set.")]
    [Alias("ServiceArn", "ServiceName"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The percentage of the service's desired count: a number or a structure.")]
    [Scale]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public Scale? Scale { get; set; }

    private protected override Operation<UpdateTaskSetRequest, UpdateTaskSetResponse> Operation => Operations.UpdateTaskSet;

    private protected override bool Complete(UpdateTaskSetRequest request)
    {
        request.Scale = Scale;
        request.Service = ServiceFor(Service, request.TaskSet);
        return request.Service is not null;
    }

    private protected override string Subject(UpdateTaskSetRequest request) =>
        Naming.TaskSet(request.TaskSet, request.Service, request.Cluster);

    private protected override string Action(UpdateTaskSetRequest request) => $"Scale to {request.Scale!.Value} %";

    private protected override Task Emit(UpdateTaskSetRequest request, UpdateTaskSetResponse response, JobOutput output) =>
        this.EmitSettled(response.TaskSet!, TaskSetGoal.Steady(response.TaskSet!), output);
}
