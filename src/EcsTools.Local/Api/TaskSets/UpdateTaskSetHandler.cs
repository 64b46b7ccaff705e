using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Scales a task set.</summary>
internal sealed class UpdateTaskSetHandler() : Handler<UpdateTaskSetRequest, UpdateTaskSetResponse>(Operations.UpdateTaskSet)
{
    protected override UpdateTaskSetResponse Handle(Call call, UpdateTaskSetRequest request)
    {
        var service = TaskSets.ManagedService(call.ActiveCluster(request.Cluster), request.Service);
        var taskSet = TaskSets.Find(service, request.TaskSet);
        if (taskSet.IsDraining) throw EcsFault.InvalidParameter("The task set is draining and cannot be scaled.");
        taskSet.Rescale(call.Engine, service.Resource.DesiredCount ?? 0, TaskSets.CheckedScale(request.Scale));
        TaskSets.Changed(call, service);
        return new() { TaskSet = taskSet.Describe(withTags: true) };
    }
}
