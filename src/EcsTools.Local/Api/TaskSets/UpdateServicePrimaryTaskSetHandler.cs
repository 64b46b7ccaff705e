using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskSets;

/// <summary>Sets the primary task set; the service gets its settings.</summary>
internal sealed class UpdateServicePrimaryTaskSetHandler()
    : Handler<UpdateServicePrimaryTaskSetRequest, UpdateServicePrimaryTaskSetResponse>(Operations.UpdateServicePrimaryTaskSet)
{
    protected override UpdateServicePrimaryTaskSetResponse Handle(Call call, UpdateServicePrimaryTaskSetRequest request)
    {
        var service = TaskSetChanges.ManagedService(call.ActiveCluster(request.Cluster), request.Service);
        var primary = TaskSetChanges.Find(service, request.PrimaryTaskSet);
        if (primary.IsDraining) throw EcsFault.InvalidParameter("The task set is draining and cannot be made the primary one.");
        foreach (var earlier in service.TaskSets.Where(taskSet => taskSet.IsPrimary)) earlier.TransitionTo(call.Now, TaskSetStatus.Active);
        primary.TransitionTo(call.Now, TaskSetStatus.Primary);
        ServiceSettings.Of(service).Over(primary.Resource).ApplyTo(service);
        return new() { TaskSet = primary.Describe(withTags: true) };
    }
}
