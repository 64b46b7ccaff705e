using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskSets;

/// <summary>Scales a task set.</summary>
internal sealed class UpdateTaskSetHandler() : Handler<UpdateTaskSetRequest, UpdateTaskSetResponse>(Operations.UpdateTaskSet)
{
    protected override UpdateTaskSetResponse Handle(Call call, UpdateTaskSetRequest request)
    {
        var service = TaskSetChanges.ManagedService(call.ActiveCluster(request.Cluster), request.Service);
        var taskSet = TaskSetChanges.Find(service, request.TaskSet);
        if (taskSet.IsDraining) throw EcsFault.InvalidParameter("The task set is draining and cannot be scaled.");
        taskSet.Rescale(call.Now, service.Resource.DesiredCount ?? 0, TaskSetChanges.CheckedScale(request.Scale));
        TaskSetChanges.Changed(call, service);
        return new() { TaskSet = taskSet.Describe(withTags: true) };
    }
}
