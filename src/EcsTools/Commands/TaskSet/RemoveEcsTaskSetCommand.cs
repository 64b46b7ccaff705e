using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes task sets.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsTaskSet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Model.TaskSet))]
[Operation(nameof(Operations.DeleteTaskSet), Targets = "taskSet")]
[Waits("until the task set and all its tasks are deleted")]
[Calls(nameof(Operations.DescribeTaskSets), With = "Wait")]
public sealed partial class RemoveEcsTaskSetCommand : EcsRemovalCommand<DeleteTaskSetRequest, DeleteTaskSetResponse>, IWaitParameters
{
    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the service. Default: the service in the ARN of the task set.")]
    [Alias("ServiceArn", "ServiceName"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    private protected override Operation<DeleteTaskSetRequest, DeleteTaskSetResponse> Operation => Operations.DeleteTaskSet;

    private protected override bool Complete(DeleteTaskSetRequest request)
    {
        request.Service = ServiceFor(Service, request.TaskSet);
        return request.Service is not null;
    }

    private protected override string Subject(DeleteTaskSetRequest request) =>
        Naming.TaskSet(request.TaskSet, request.Service, request.Cluster);

    private protected override string Action(DeleteTaskSetRequest request) =>
        request.Force == true ? "Delete, and stop its tasks" : "Delete";

    private protected override async ValueTask<object?> Removed(DeleteTaskSetResponse response, JobOutput output) =>
        await this.Settled(response.TaskSet!, TaskSetGoal.Gone(response.TaskSet!), output);
}
