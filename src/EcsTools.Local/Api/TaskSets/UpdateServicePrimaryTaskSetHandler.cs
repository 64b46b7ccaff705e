using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Makes a task set the primary one; the service takes over what it runs.</summary>
internal sealed class UpdateServicePrimaryTaskSetHandler()
    : Handler<UpdateServicePrimaryTaskSetRequest, UpdateServicePrimaryTaskSetResponse>(Operations.UpdateServicePrimaryTaskSet)
{
    protected override UpdateServicePrimaryTaskSetResponse Handle(Call call, UpdateServicePrimaryTaskSetRequest request)
    {
        var service = TaskSets.ManagedService(call.ActiveCluster(request.Cluster), request.Service);
        var primary = TaskSets.Find(service, request.PrimaryTaskSet);
        if (primary.IsDraining) throw EcsFault.InvalidParameter("The task set is draining and cannot be made the primary one.");
        foreach (var earlier in service.TaskSets.Where(taskSet => taskSet.IsPrimary)) earlier.Become(call.Engine, TaskSetStatus.Active);
        primary.Become(call.Engine, TaskSetStatus.Primary);
        service.Resource = Like(service.Resource, primary.Resource);
        return new() { TaskSet = primary.Describe(withTags: true) };
    }

    /// <summary>The service with what its primary task set says: a service has no such settings of its own here.</summary>
    private static Service Like(Service service, TaskSet primary)
    {
        var updated = service.Copy();
        updated.TaskDefinition = primary.TaskDefinition;
        updated.LaunchType = primary.LaunchType;
        updated.CapacityProviderStrategy = primary.CapacityProviderStrategy;
        updated.PlatformVersion = primary.PlatformVersion;
        updated.PlatformFamily = primary.PlatformFamily;
        updated.NetworkConfiguration = primary.NetworkConfiguration;
        updated.LoadBalancers = primary.LoadBalancers;
        updated.ServiceRegistries = primary.ServiceRegistries;
        return updated;
    }
}
