using EcsTools.Local;
using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>A task as the local ECS would have it.</summary>
internal static class DescribedTask
{
    private static readonly ContainerBehavior Usual = new();

    public static TaskState State(EcsEngine engine, RegionState region, ClusterState cluster, EcsTask task, DateTime? protectedUntil)
    {
        var instance = task.ContainerInstanceArn is { } arn && cluster.Instances.Find(EcsArn.IdOf(arn)) is { } found ? found : null;
        var service = ServiceOf(cluster, task);
        return new TaskState
        {
            Number = engine.NextNumber(),
            Id = EcsArn.IdOf(task.TaskArn!),
            InstanceId = instance?.Id,
            ServiceName = service?.Name,
            DeploymentId = service is null ? null : task.StartedBy,
            DaemonRevision = DaemonCopy.RevisionOf(cluster, task),
            Target = service?.Resource.LoadBalancers is not { Count: > 0 } ? null
                : task.LastStatus == LastStatus.Running ? TargetHealth.Healthy
                : TargetHealth.Unused,
            ProtectedUntil = protectedUntil,
            Outcome = task.LastStatus switch { LastStatus.Running =>
                TaskOutcome.Healthy, LastStatus.Stopped => TaskOutcome.Failed, _ => TaskOutcome.Open },
            Preferences = IsWaiting(task) ? PreferencesOf(service, task) : null,
            ContainerStates = ContainerStates(region.FindDefinition(task.TaskDefinitionArn!)?.Resource, task),
            Resource = task.Copy(),
        };
    }

    /// <summary>Lets a task take its next step; the time of the last one isn't in the API.</summary>
    public static void GoOn(EcsEngine engine, TaskState task)
    {
        if (task.IsStopped) engine.Schedule(task, new DateTimeOffset(task.Resource.StoppedAt!.Value.ToUniversalTime()) + Retention.Ended);
        else if (task.IsWaiting) ProviderPlacement.Begin(engine, task);
        else engine.ScheduleOnly(task, engine.Timing.AgentReacts);
    }

    private static ServiceState? ServiceOf(ClusterState cluster, EcsTask task) =>
        TaskGroup.ServiceOf(task.Group) is { } name && cluster.Services.TryGetValue(name, out var service)
        && service.Sources.Any(source => source.Id == task.StartedBy)
            ? service
            : null;

    private static bool IsWaiting(EcsTask task) =>
        task is { ContainerInstanceArn: null, CapacityProviderName: not null }
        && task is { LastStatus: LastStatus.Provisioning, DesiredStatus: DesiredStatus.Running }
        && task.LaunchType != LaunchType.Fargate;

    private static PlacementPreferences PreferencesOf(ServiceState? service, EcsTask task) =>
        service is null
            ? new()
            : PlacementPreferences.Of(
                service.Resource, service.Deployments.Find(deployment => deployment.Id == task.StartedBy)?.NetworkConfiguration);

    private static List<ContainerState>? ContainerStates(TaskDefinition? definition, EcsTask task) =>
        SimulatedContainers.AreRequired(definition)
            ? definition!.ContainerDefinitions!.ConvertAll(container =>
                Container(container.Name!, task.Containers?.Find(shown => shown.Name == container.Name)?.LastStatus, task))
            : null;

    private static ContainerState Container(string name, string? status, EcsTask task)
    {
        var container = new ContainerState { Name = name, Behavior = Usual };
        if (status is LastStatus.Running or LastStatus.Stopped)
        {
            container.Phase = status == LastStatus.Running ? ContainerPhase.Running : ContainerPhase.Stopped;
            container.StartingAt = container.RunningAt = task.StartedAt ?? task.CreatedAt;
        }

        return container;
    }
}
