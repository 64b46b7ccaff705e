using System.Text.Json.Serialization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine;

/// <summary>A task, and where it belongs.</summary>
internal sealed class TaskState : Timed, INumbered, IServiceTask
{
    public required long Number { get; init; }

    public required string Id { get; init; }

    /// <summary>What DescribeTasks answers.</summary>
    public required EcsTask Resource { get; init; }

    /// <summary>The id of its container instance; null on Fargate.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The service that started it; null for a task run on its own.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The deployment or task set that started it.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>What its service's load balancers make of it, as <see cref="Targets"/> has it; null for a task behind none.</summary>
    public string? Target { get; set; }

    /// <summary>Until when neither scaling in nor a deployment stops it; null when it is not protected.</summary>
    public DateTimeOffset? ProtectedUntil { get; set; }

    /// <summary>What its service has taken note of.</summary>
    public TaskVerdict Verdict { get; set; }

    /// <summary>Its containers where each is followed by itself; null where they all start and end together, and nothing else happens to them.</summary>
    public List<ContainerState>? Followed { get; init; }

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
    public TaskDefinitionState Definition { get; private set; } = null!;

    /// <summary>What it holds of its instance until it has stopped.</summary>
    [JsonIgnore]
    public TaskRequirements Requirements { get; private set; } = null!;

    [JsonIgnore]
    public bool IsMeantToRun => Resource.DesiredStatus == DesiredStatus.Running;

    [JsonIgnore]
    public bool IsRunning => Resource.LastStatus == LastStatus.Running;

    /// <summary>Whether it runs, or ran before it stopped.</summary>
    [JsonIgnore]
    public bool HasRun => Resource.StartedAt is not null;

    /// <summary>Whether more than its running says that it is healthy.</summary>
    [JsonIgnore]
    public bool IsChecked => Target is not null || Followed?.Exists(container => container.IsEssential && container.Definition.HealthCheck is not null) == true;

    [JsonIgnore]
    public bool IsStopped => Resource.LastStatus == LastStatus.Stopped;

    /// <summary>Whether it serves: it runs, and where containers are checked or there are load balancers these have found it healthy.</summary>
    [JsonIgnore]
    public bool IsHealthy => IsRunning && Target is null or Targets.Healthy && TaskHealth.Of(this) == ServiceTaskHealth.Healthy;

    /// <summary>Whether the health check of an essential container has failed.</summary>
    [JsonIgnore]
    public bool IsIll => IsRunning && TaskHealth.Of(this) == ServiceTaskHealth.Unhealthy;

    /// <summary>Whether it has a network interface of its own.</summary>
    [JsonIgnore]
    public bool HasInterface => Definition.Resource.NetworkMode == NetworkMode.Awsvpc;

    [JsonIgnore]
    public override bool IsHousekeeping => IsStopped;

    string IServiceTask.DeploymentId => DeploymentId!;

    ServiceTaskState IServiceTask.State => !IsMeantToRun ? ServiceTaskState.Stopping : IsRunning ? ServiceTaskState.Running : ServiceTaskState.Pending;

    ServiceTaskHealth IServiceTask.Health => IsHealthy ? ServiceTaskHealth.Healthy : IsIll ? ServiceTaskHealth.Unhealthy : ServiceTaskHealth.Unknown;

    bool IServiceTask.IsProtected => ProtectedUntil is not null;

    IPlacementInstance? IServiceTask.Instance => Instance;

    string? IServiceTask.AvailabilityZone => Resource.AvailabilityZone;

    /// <summary>Finds what it names, and counts it in everywhere.</summary>
    /// <exception cref="StateException">It names something that is not there.</exception>
    public void Link(ClusterState cluster)
    {
        Cluster = cluster;
        Definition = cluster.Region.FindDefinition(Resource.TaskDefinitionArn ?? "")
            ?? throw new StateException($"task {Id} is of task definition {Resource.TaskDefinitionArn}, which is not there");
        Requirements = Needs.Of(Definition.Resource, Resource.Overrides);
        Service = ServiceName is null ? null : cluster.Services.GetValueOrDefault(ServiceName);
        Source = Service?.Sources.FirstOrDefault(source => source.Id == DeploymentId);
        Instance = InstanceId is null ? null : cluster.Instances.Find(InstanceId);
        if (!IsStopped && InstanceId is not null && Instance is null)
            throw new StateException($"task {Id} is on container instance {InstanceId}, which is not there");
        if (!IsStopped && ServiceName is not null && Source is null)
            throw new StateException($"task {Id} is of deployment {DeploymentId}, which is not there");
        foreach (var container in Followed ?? []) container.Link(this);
        Source?.Tasks.Add(this);
        Instance?.Tasks.Add(this);
        if (!IsStopped) Instance?.Take(this);
        Count(1);
    }

    /// <summary>Goes into a state; counters, and what the instance has left, follow.</summary>
    public void Become(string lastStatus, string? desiredStatus = null)
    {
        Count(-1);
        Resource.LastStatus = lastStatus;
        Resource.DesiredStatus = desiredStatus ?? Resource.DesiredStatus;
        Resource.Version++;
        Count(1);
        if (IsStopped) Instance?.Free(this);
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
    }

    public override void Wake(EcsEngine engine) => TaskLifecycle.Continue(engine, this);

    private void Count(int sign)
    {
        Cluster.Counts.Count(this, sign);
        Source?.Counts.Count(this, sign);
        Instance?.Count(this, sign);
    }
}
