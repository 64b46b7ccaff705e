using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;
using EcsTools.Rules.Launches;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Api.Tasks;

/// <summary>Starts tasks on the specified instances.</summary>
internal sealed class StartTaskHandler() : Handler<StartTaskRequest, StartTaskResponse>(Operations.StartTask)
{
    private const int Max = 10;

    protected override StartTaskResponse Handle(Call call, StartTaskRequest request)
    {
        var definition = call.UsableDefinition(request.TaskDefinition, EcsFault.InvalidParameter);
        var cluster = call.ActiveCluster(request.Cluster);
        Check.Ids(request.ContainerInstances, "Container instances", "containerInstanceIds", Max);
        var launch = Launch(cluster, definition, request);
        var ids = request.ContainerInstances!.ConvertAll(identifier => Identifiers.Instance(cluster, identifier));

        var answer = new StartTaskResponse { Tasks = [], Failures = [] };
        foreach (var id in ids)
        {
            var instance = cluster.Instances.Find(id);
            if (Refusal(launch, instance) is { } reason)
                answer.Failures.Add(new() { Arn = cluster.Arn("container-instance", id), Reason = reason });
            else answer.Tasks.Add(launch.Start(call.Engine, instance).Started());
        }

        return answer;
    }

    private static TaskLaunch Launch(ClusterState cluster, TaskDefinitionState definition, StartTaskRequest request)
    {
        LaunchCapacity.Checked(new Launch(request), definition.Resource, () => new LaunchCapacity(LaunchType.Ec2, null));
        return new TaskLaunch
        {
            Cluster = cluster,
            Definition = definition,
            LaunchType = LaunchType.Ec2,
            Group = request.Group ?? $"family:{definition.Resource.Family}",
            StartedBy = request.StartedBy,
            Overrides = request.Overrides,
            NetworkConfiguration = request.NetworkConfiguration,
            Preferences = new() { Subnets = PlacementPreferences.SubnetsOf(request.NetworkConfiguration) },
            EnableExecuteCommand = request.EnableExecuteCommand ?? false,
            Tags = TaskTags.For(cluster, definition, request.Tags, request.PropagateTags, request.EnableECSManagedTags),
        };
    }

    private static string? Refusal(TaskLaunch launch, InstanceState? instance) => instance switch
    {
        null => "MISSING",
        { Resource.Status: not ContainerInstanceStatus.Active } => "INACTIVE",
        _ => PlacementCheck.Obstacle(launch.Request(), instance)?.FailureReason(),
    };
}
