using System.Text.Json.Serialization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.State;

/// <summary>A task, and where it belongs.</summary>
internal sealed class TaskState : Timed, IOrdered, IServiceTask
{
    public required long Number { get; init; }

    public required string Id { get; init; }

    /// <summary>What DescribeTasks answers.</summary>
    [Always("taskArn", "clusterArn", "taskDefinitionArn", "lastStatus", "desiredStatus", "group", "containers", "version", "createdAt",
        "launchType")]
    public required EcsTask Resource { get; init; }

    /// <summary>The id of its container instance; null on Fargate, and while it waits for one.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The requirements for the instance that it's waiting for; null if it isn't waiting.</summary>
    [JsonPropertyName("wish")]
    public PlacementPreferences? Preferences { get; set; }

    /// <summary>The service that started it; null for a task run on its own.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The deployment or task set that started it.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>The ARN of the revision of the daemon that it is of; null for all other tasks.</summary>
    public string? DaemonRevision { get; init; }

    /// <summary>Its state in the load balancers of its service (<see cref="TargetHealth"/>); null without load balancers.</summary>
    public string? Target { get; set; }

    /// <summary>Until when neither scaling in nor a deployment stops it; null when it is not protected.</summary>
    public DateTimeOffset? ProtectedUntil { get; set; }

    /// <summary>The facts that its service has counted.</summary>
    [JsonPropertyName("verdict")]
    public TaskOutcome Outcome { get; set; }

    /// <summary>
    /// Its containers where each is followed by itself; null where they all start and end together, and nothing else happens to them.
    /// </summary>
    [JsonPropertyName("followed")]
    public List<ContainerState>? ContainerStates { get; init; }

    [JsonIgnore]
    public ClusterState Cluster { get; private set; } = null!;

    [JsonIgnore]
    public InstanceState? Instance { get; private set; }

    [JsonIgnore]
    public ServiceState? Service { get; private set; }

    /// <summary>The deployment or task set that started it; null when that is gone or never was.</summary>
    [JsonIgnore]
    public TaskSourceState? Source { get; private set; }

    [JsonIgnore]
    public TaskDefinitionState Definition { get; set; } = null!;

    /// <summary>The resources of the instance that it uses until it has stopped.</summary>
    [JsonIgnore]
    public TaskRequirements Requirements { get; set; } = null!;

    [JsonIgnore]
    public string Family => Definition.Resource.Family!;

    [JsonIgnore]
    public bool IsDesiredRunning => Resource.DesiredStatus == DesiredStatus.Running;

    [JsonIgnore]
    public bool IsRunning => Resource.LastStatus == LastStatus.Running;

    /// <summary>Whether it runs, or ran before it stopped.</summary>
    [JsonIgnore]
    public bool HasRun => Resource.StartedAt is not null;

    /// <summary>Whether it has a health check.</summary>
    [JsonIgnore]
    public bool IsChecked =>
        Target is not null
            || ContainerStates?.Exists(container => container.IsEssential && container.Definition.HealthCheck is not null) == true;

    [JsonIgnore]
    public bool IsStopped => Resource.LastStatus == LastStatus.Stopped;

    /// <summary>Whether it belongs on every instance, and so keeps none in use.</summary>
    [JsonIgnore]
    public bool IsDaemon => DaemonRevision is not null || Service is { IsDaemon: true };

    /// <summary>Whether it has no instance yet, and is to get one.</summary>
    [JsonIgnore]
    public bool IsWaiting => Preferences is not null && IsDesiredRunning;

    /// <summary>
    /// Whether it serves: it runs, and where containers are checked or there are load balancers these have found it healthy.
    /// </summary>
    [JsonIgnore]
    public bool IsHealthy => IsRunning && Target is null or TargetHealth.Healthy && TaskHealth.Of(this) == ServiceTaskHealth.Healthy;

    /// <summary>Whether the health check of an essential container has failed.</summary>
    [JsonIgnore]
    public bool IsUnhealthy => IsRunning && TaskHealth.Of(this) == ServiceTaskHealth.Unhealthy;

    /// <summary>Whether it has a network interface of its own.</summary>
    [JsonIgnore]
    public bool HasInterface => Definition.Resource.NetworkMode == NetworkMode.Awsvpc;

    [JsonIgnore]
    public override string Title => Resource.TaskArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => IsStopped;

    string IServiceTask.DeploymentId => DeploymentId!;

    ServiceTaskState IServiceTask.State =>
        !IsDesiredRunning ? ServiceTaskState.Stopping : IsRunning ? ServiceTaskState.Running : ServiceTaskState.Pending;

    ServiceTaskHealth IServiceTask.Health =>
        IsHealthy ? ServiceTaskHealth.Healthy : IsUnhealthy ? ServiceTaskHealth.Unhealthy : ServiceTaskHealth.Unknown;

    bool IServiceTask.IsProtected => ProtectedUntil is not null;

    IPlacementInstance? IServiceTask.Instance => Instance;

    string? IServiceTask.AvailabilityZone => Resource.AvailabilityZone;

    /// <summary>Finds what it names, and counts it in everywhere.</summary>
    /// <exception cref="StateException">It names something that is not there.</exception>
    public void Link(ClusterState cluster)
    {
        Cluster = cluster;
        Definition ??= cluster.Region.FindDefinition(Resource.TaskDefinitionArn ?? "")
            ?? throw new StateException($"task {Id} is of task definition {Resource.TaskDefinitionArn}, which doesn't exist");
        Requirements ??= RequiredResources.Of(Definition.Resource, Resource.Overrides);
        Service = ServiceName is null ? null : cluster.Services.GetValueOrDefault(ServiceName);
        Source = Service?.Sources.FirstOrDefault(source => source.Id == DeploymentId);
        Instance = InstanceId is null ? null : cluster.Instances.Find(InstanceId);
        if (!IsStopped && InstanceId is not null && Instance is null)
            throw new StateException($"task {Id} is on container instance {InstanceId}, which doesn't exist");
        if (!IsStopped && ServiceName is not null && Source is null)
            throw new StateException($"task {Id} is of deployment {DeploymentId}, which doesn't exist");
        foreach (var container in ContainerStates ?? []) container.Link(this);
        cluster.Families.Add(this);
        cluster.Starters.Add(this);
        if (!IsDesiredRunning) cluster.Ended.Add(this);
        Source?.Tasks.Add(this);
        Source?.Changed.Add(this);
        if (!IsStopped) Source?.Alive.Add(this);
        Instance?.Tasks.Add(this);
        if (!IsStopped) Instance?.Take(this);
        if (IsWaiting) cluster.Unplaced.Add(this);
        Count(1);
    }

    /// <summary>Takes it out of all lists. It has stopped, and so is counted nowhere.</summary>
    public void Unlink()
    {
        Cluster.Tasks.Remove(this);
        Cluster.Families.Remove(this);
        Cluster.Starters.Remove(this);
        Cluster.Ended.Remove(this);
        Source?.Tasks.Remove(this);
        Source?.Changed.Remove(this);
        Instance?.Tasks.Remove(this);
    }

    /// <summary>The requirements for an instance, while it waits for one.</summary>
    public PlacementRequest Request() =>
        Preferences!.Request(Cluster, Resource.Group!, Definition.Resource, Requirements, Service is not null);

    /// <summary>Gives it the instance that it waited for.</summary>
    public void PlaceOn(InstanceState instance)
    {
        Count(-1);
        Cluster.Unplaced.Remove(this);
        (InstanceId, Instance, Preferences) = (instance.Id, instance, null);
        Resource.ContainerInstanceArn = instance.Resource.ContainerInstanceArn;
        Resource.AvailabilityZone = instance.Zone;
        Resource.Attributes = [new() { Name = InstanceAttributes.CpuArchitecture, Value = instance.Architecture }];
        instance.Tasks.Add(this);
        instance.Take(this);
        Count(1);
    }

    /// <summary>Goes into a state; counters, and what the instance has left, follow.</summary>
    public void TransitionTo(string lastStatus, string? desiredStatus = null)
    {
        Count(-1);
        if (IsDesiredRunning && desiredStatus == DesiredStatus.Stopped) Cluster.Ended.Add(this);
        Resource.LastStatus = lastStatus;
        Resource.DesiredStatus = desiredStatus ?? Resource.DesiredStatus;
        Resource.Version++;
        Count(1);
        Source?.Changed.Add(this);
        if (!IsWaiting) Cluster.Unplaced.Remove(this);
        if (!IsStopped) return;
        Instance?.Free(this);
        Source?.Alive.Remove(this);
    }

    /// <summary>The load balancers make something else of it.</summary>
    public void SetTargetHealth(string target)
    {
        Target = target;
        Source?.Changed.Add(this);
    }

    /// <summary>Changes what is shown of a container.</summary>
    public void ChangeContainer(string? name, Action<Container> change)
    {
        Resource.Version++;
        Resource.Containers = Resource.Containers?.ConvertAll(container =>
        {
            if (container.Name != name) return container;
            var changed = container.Copy();
            change(changed);
            return changed;
        });
        Source?.Changed.Add(this);
    }

    private void Count(int sign)
    {
        Cluster.Counts.Count(this, sign);
        Source?.Counts.Count(this, sign);
        Instance?.Count(this, sign);
    }
}
