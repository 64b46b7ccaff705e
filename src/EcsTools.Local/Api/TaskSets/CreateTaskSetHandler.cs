using EcsTools.Local.Api.Tasks;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Launches;

namespace EcsTools.Local.Api.TaskSets;

/// <summary>Creates a task set of a service with an external controller; its percentage of the tasks is placed and started.</summary>
internal sealed class CreateTaskSetHandler() : Handler<CreateTaskSetRequest, CreateTaskSetResponse>(Operations.CreateTaskSet)
{
    private const int MaxTaskSets = 5, LongestToken = 36;
    private static readonly Scale None = new() { Value = 0, Unit = ScaleUnit.Percent };

    protected override CreateTaskSetResponse Handle(Call call, CreateTaskSetRequest request)
    {
        var cluster = call.ActiveCluster(request.Cluster);
        var service = TaskSetChanges.ManagedService(cluster, request.Service);
        if (request.ClientToken?.Length > LongestToken) throw EcsFault.InvalidParameter($"idempotency token longer than {LongestToken}.");
        if (Existing(service, request) is { } existing) return new() { TaskSet = existing.Describe(withTags: true) };

        var definition = call.UsableDefinition(request.TaskDefinition);
        var resource = Resource(cluster, definition.Resource, request);
        if (service.TaskSets.Count == MaxTaskSets)
            throw EcsFault
                .InvalidParameter($"{MaxTaskSets} deployments exist on the service. Unable to create new TaskSet since this exceeds the maximum limit.");
        return new() { TaskSet = TaskSetChanges.Add(call, service, resource, request).Describe(withTags: true) };
    }

    /// <summary>The task set that an earlier sending of this very request made; null when there is none.</summary>
    private static TaskSetState? Existing(ServiceState service, CreateTaskSetRequest request)
    {
        if (string.IsNullOrEmpty(request.ClientToken)) return null;
        var earlier = service.TaskSets.Find(taskSet => taskSet.Request?.ClientToken == request.ClientToken);
        if (earlier is not null && !Structures.Same(earlier.Request, request))
            throw EcsFault.InvalidParameter("Creation of task set was not idempotent.");
        return earlier;
    }

    private static TaskSet Resource(ClusterState cluster, TaskDefinition definition, CreateTaskSetRequest request)
    {
        var capacity = LaunchCapacity.Checked(new Launch(request), definition, () =>
            LaunchCapacity.Of(cluster, request.LaunchType, request.CapacityProviderStrategy, definition));
        return LaunchSettings.Of(request, definition, capacity).CopyTo(new TaskSet
        {
            ExternalId = request.ExternalId,
            Status = TaskSetStatus.Active,
            Scale = TaskSetChanges.CheckedScale(request.Scale ?? None),
            Tags = request.Tags ?? [],
        });
    }
}
