using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskSets;

/// <summary>Finds services with task sets, and makes and ends task sets.</summary>
internal static class TaskSetChanges
{
    private const double MaxPercent = 100;

    /// <summary>The ACTIVE service of a name or ARN, with any deployment controller.</summary>
    /// <exception cref="EcsFault">There is none, or it was deleted.</exception>
    public static ServiceState ActiveService(ClusterState cluster, string? identifier)
    {
        var service = Identifiers.FindService(cluster, identifier) ?? throw new EcsFault("ServiceNotFoundException", "Service not found.");
        return service.IsActive ? service : throw new EcsFault("ServiceNotActiveException", "Service was not ACTIVE.");
    }

    /// <summary>The ACTIVE service, whose task sets are managed by the caller.</summary>
    /// <exception cref="EcsFault">There is none, or ECS or CodeDeploy manages it.</exception>
    public static ServiceState ManagedService(ClusterState cluster, string? identifier)
    {
        var service = ActiveService(cluster, identifier);
        return service.Resource.DeploymentController?.Type == DeploymentControllerType.External ? service : throw NotManaged();
    }

    public static EcsFault NotManaged() =>
        EcsFault
            .InvalidParameter("Amazon ECS only supports task set management on services configured to use external deployment controllers.");

    /// <summary>The task set of an id or ARN.</summary>
    /// <exception cref="EcsFault">The service has none of that id.</exception>
    public static TaskSetState Find(ServiceState service, string? identifier) =>
        service.TaskSets.Find(taskSet => taskSet.Id == Id(identifier)) ?? throw new EcsFault(
            "TaskSetNotFoundException", "TaskSet not found.");

    /// <summary>The id in a task set's id or ARN: <c>ecs-svc/</c> and a number.</summary>
    public static string Id(string? identifier) =>
        Identifiers.IsArn(identifier) && Identifiers.Resource(identifier!).Split('/') is ["task-set", _, _, var kind, var number]
            ? $"{kind}/{number}"
            : identifier ?? "";

    /// <summary>The ARN of a task set, whether there is one of that id or not.</summary>
    public static string Arn(ServiceState service, string id) =>
        service.Cluster.Region.Arn($"task-set/{service.Cluster.Name}/{service.Name}/{id}");

    public static Scale CheckedScale(Scale? scale)
    {
        if (scale?.Value is not (>= 0 and <= MaxPercent)) throw EcsFault.InvalidParameter("Scale value must be between 0 and 100.");
        Check.OneOf(scale.Unit, "Scale unit", [.. ScaleUnit.Values]);
        return new() { Value = scale.Value, Unit = scale.Unit ?? ScaleUnit.Percent };
    }

    /// <summary>Adds a task set, which is described by all but what ECS fills in.</summary>
    public static TaskSetState Add(Call call, ServiceState service, TaskSet resource, CreateTaskSetRequest? request = null)
    {
        resource.Id = call.Engine.Random.DeploymentId();
        resource.TaskSetArn = Arn(service, resource.Id);
        resource.ServiceArn = service.Resource.ServiceArn;
        resource.ClusterArn = service.Resource.ClusterArn;
        resource.FargateEphemeralStorage = resource.PlatformFamily is null ? null : service.Cluster.FargateEphemeralStorage;
        resource.CreatedAt = call.Now.UtcDateTime;
        resource.StabilityStatus = StabilityStatus.Stabilizing;
        resource.StabilityStatusAt = call.Now.UtcDateTime;
        var taskSet = new TaskSetState { Id = resource.Id, Resource = resource, Request = request };
        service.TaskSets.Add(taskSet);
        taskSet.Rescale(call.Now, service.Resource.DesiredCount ?? 0, resource.Scale);
        Changed(call, service);
        return taskSet;
    }

    /// <summary>Lets a task set stop its tasks, and go with the last.</summary>
    public static void Drain(Call call, ServiceState service, TaskSetState taskSet)
    {
        taskSet.TransitionTo(call.Now, TaskSetStatus.Draining);
        taskSet.Rescale(call.Now, service.Resource.DesiredCount ?? 0, new() { Value = 0, Unit = ScaleUnit.Percent });
        Changed(call, service);
    }

    /// <summary>Has the scheduler look at a service.</summary>
    public static void Changed(Call call, ServiceState service)
    {
        service.IsSteady = false;
        call.Engine.Schedule(service, call.Now + call.Engine.Timing.SchedulerDelay);
    }
}
