using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskSets;

/// <summary>Drains a task set, and deletes it with its last task.</summary>
internal sealed class DeleteTaskSetHandler() : Handler<DeleteTaskSetRequest, DeleteTaskSetResponse>(Operations.DeleteTaskSet)
{
    protected override DeleteTaskSetResponse Handle(Call call, DeleteTaskSetRequest request)
    {
        var service = TaskSetChanges.ManagedService(call.ActiveCluster(request.Cluster), request.Service);
        var taskSet = TaskSetChanges.Find(service, request.TaskSet);
        if (!taskSet.IsDraining && request.Force != true) Refuse(taskSet);
        if (!taskSet.IsDraining) TaskSetChanges.Drain(call, service, taskSet);
        return new() { TaskSet = taskSet.Describe(withTags: true) };
    }

    private static void Refuse(TaskSetState taskSet)
    {
        if (taskSet.IsPrimary)
            throw EcsFault
                .InvalidParameter("The primary task set cannot be deleted. Make another task set the primary one, or force the deletion.");
        if (taskSet.Resource.Scale!.Value > 0)
            throw EcsFault.InvalidParameter("The task set cannot be deleted while it is scaled above 0.");
    }
}
