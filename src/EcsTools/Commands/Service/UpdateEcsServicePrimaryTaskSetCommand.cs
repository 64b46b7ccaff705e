using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Sets the primary task set of a service.</summary>
[Cmdlet(VerbsData.Update, "EcsServicePrimaryTaskSet", SupportsShouldProcess = true), OutputType(typeof(Model.TaskSet))]
[Operation(nameof(Operations.UpdateServicePrimaryTaskSet), Target = "service")]
public sealed partial class UpdateEcsServicePrimaryTaskSetCommand
    : EcsOperationCommand<UpdateServicePrimaryTaskSetRequest, UpdateServicePrimaryTaskSetResponse>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the service. Default: the service in the ARN of the task set.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The ID or ARN of the task set.")]
    [Alias("TaskSetArn", "TaskSet"), Identity("TaskSet", IsSingle = true), ArgumentCompleter(typeof(TaskSetCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string? PrimaryTaskSet { get; set; }

    private protected override Operation<UpdateServicePrimaryTaskSetRequest, UpdateServicePrimaryTaskSetResponse> Operation =>
        Operations.UpdateServicePrimaryTaskSet;

    private protected override bool Complete(UpdateServicePrimaryTaskSetRequest request)
    {
        request.PrimaryTaskSet = PrimaryTaskSet;
        request.Service = ServiceFor(Service, PrimaryTaskSet);
        if (Service is null) request.Cluster = ClusterFor(Cluster, PrimaryTaskSet);
        return request.Service is not null;
    }

    private protected override string Subject(UpdateServicePrimaryTaskSetRequest request) =>
        Naming.Subject("service", request.Service, request.Cluster);

    private protected override string Action(UpdateServicePrimaryTaskSetRequest request) =>
        $"Make task set {EcsArn.IdOf(request.PrimaryTaskSet!)} the primary task set";

    private protected override async Task Emit(
        UpdateServicePrimaryTaskSetRequest request, UpdateServicePrimaryTaskSetResponse response, JobOutput output) =>
        await output.Object(response.TaskSet!);
}
