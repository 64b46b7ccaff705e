using EcsTools.Local.Engine.Instances;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.ContainerInstances;

/// <summary>Drains instances or sets them to ACTIVE; services move their tasks.</summary>
internal sealed class UpdateContainerInstancesStateHandler()
    : Handler<UpdateContainerInstancesStateRequest, UpdateContainerInstancesStateResponse>(Operations.UpdateContainerInstancesState)
{
    private const int Max = 10;

    protected override UpdateContainerInstancesStateResponse Handle(Call call, UpdateContainerInstancesStateRequest request)
    {
        Check.OneOf(request.Status ?? "", "Container instances status", ContainerInstanceStatus.Active, ContainerInstanceStatus.Draining);
        Check.Ids(request.ContainerInstances, "Container instances", "containerInstanceIds", Max);
        var cluster = call.Cluster(request.Cluster);
        var answer = new UpdateContainerInstancesStateResponse { ContainerInstances = [], Failures = [] };
        foreach (var id in request.ContainerInstances!.Select(identifier => Identifiers.Instance(cluster, identifier)).Distinct())
        {
            if (cluster.Instances.Find(id) is not { } instance) Fail("MISSING");
            else if (!instance.IsRegistered) Fail("INACTIVE");
            else answer.ContainerInstances.Add(TransitionTo(call, instance, request.Status!));

            void Fail(string reason) => answer.Failures.Add(new() { Arn = cluster.Arn("container-instance", id), Reason = reason });
        }

        return answer;
    }

    private static ContainerInstance TransitionTo(Call call, InstanceState instance, string status)
    {
        InstanceLifecycle.TransitionTo(call.Engine, instance, status);
        return instance.Describe();
    }
}
