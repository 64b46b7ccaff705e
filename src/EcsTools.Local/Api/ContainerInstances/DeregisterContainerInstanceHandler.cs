using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Instances;
using EcsTools.Model;

namespace EcsTools.Local.Api.ContainerInstances;

/// <summary>Deregisters an instance; with force, its tasks are orphaned.</summary>
internal sealed class DeregisterContainerInstanceHandler()
    : Handler<DeregisterContainerInstanceRequest, DeregisterContainerInstanceResponse>(Operations.DeregisterContainerInstance)
{
    protected override DeregisterContainerInstanceResponse Handle(Call call, DeregisterContainerInstanceRequest request)
    {
        var cluster = call.Cluster(request.Cluster);
        if (cluster.Instances.Find(Identifiers.Instance(cluster, request.ContainerInstance)) is not { IsRegistered: true } instance)
            throw EcsFault.InvalidParameter($"Referenced container instance {request.ContainerInstance} not found.");
        if (instance.Counts.Alive > 0 && request.Force != true) throw EcsFault.InvalidParameter("Found running tasks on the instance.");

        InstanceLifecycle.Leave(call.Engine, instance, TaskStopCode.UserInitiated, "Container instance deregistration forced by user");
        return new() { ContainerInstance = instance.Describe() };
    }
}
