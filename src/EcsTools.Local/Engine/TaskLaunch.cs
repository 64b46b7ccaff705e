using System.Globalization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine;

/// <summary>Tasks that are all alike, about to be started: by RunTask, StartTask or a service.</summary>
internal sealed record TaskLaunch
{
    private TaskRequirements? requirements;

    public required ClusterState Cluster { get; init; }

    public required TaskDefinitionState Definition { get; init; }

    public required string LaunchType { get; init; }

    public required string Group { get; init; }

    public string? StartedBy { get; init; }

    public ServiceState? Service { get; init; }

    /// <summary>The deployment or task set of the service.</summary>
    public TaskSourceState? Source { get; init; }

    public TaskOverride? Overrides { get; init; }

    public NetworkConfiguration? NetworkConfiguration { get; init; }

    public string? PlatformVersion { get; init; }

    public bool EnableExecuteCommand { get; init; }

    public List<Tag> Tags { get; init; } = [];

    public IEnumerable<PlacementConstraint> Constraints { get; init; } = [];

    public IReadOnlyList<PlacementStep> Strategy { get; init; } = PlacementStep.ServiceDefault;

    /// <summary>What each of the tasks takes.</summary>
    public TaskRequirements Requirements => requirements ??= Needs.Of(Definition.Resource, Overrides);

    public bool IsOnFargate => LaunchType == Model.LaunchType.Fargate;

    public PlacementRequest Request() => new()
    {
        Group = Group,
        Requirements = Requirements,
        Strategy = Strategy,
        Constraints = PlacementConstraints.Parse(
            Constraints.Select(c => (c.Type, c.Expression)).Concat((Definition.Resource.PlacementConstraints ?? []).Select(c => (c.Type, c.Expression)))),
    };

    /// <summary>Starts up to so many tasks where the scheduler finds room. Where it finds none for one, it says why and stops looking.</summary>
    public (IReadOnlyList<TaskState> Started, PlacementFailure? Failure) Place(EcsEngine engine, int count)
    {
        if (IsOnFargate) return ([.. Enumerable.Range(0, count).Select(_ => Start(engine, null))], null);
        var placer = new TaskPlacer<InstanceState>(Request(), Cluster.Registered, engine.Random.Source());
        var started = new List<TaskState>(count);
        while (started.Count < count)
        {
            if (placer.Next() is not { } instance) return (started, placer.Failure());
            started.Add(Start(engine, instance));
        }

        return (started, null);
    }

    /// <summary>Starts one task on an instance; on Fargate, on none.</summary>
    public TaskState Start(EcsEngine engine, InstanceState? instance)
    {
        var id = engine.Random.HexId();
        var task = new TaskState
        {
            Number = engine.NextNumber(),
            Id = id,
            InstanceId = instance?.Id,
            ServiceName = Service?.Name,
            DeploymentId = Source?.Id,
            Target = Service is not null && Source is not null && Targets.Balancers(Service, Source).Count > 0 ? Targets.Unused : null,
            Followed = TaskConduct.Of(engine.Behaviors, this),
            Resource = Resource(engine, Cluster.Arn("task", id), instance),
        };
        Cluster.Add(task);
        TaskLifecycle.Begin(engine, task);
        return task;
    }

    private EcsTask Resource(EcsEngine engine, string arn, InstanceState? instance)
    {
        var definition = Definition.Resource;
        var hasInterface = definition.NetworkMode == NetworkMode.Awsvpc;
        var attachment = hasInterface ? TaskInterface.Precreated(engine, NetworkConfiguration) : null;
        return new EcsTask
        {
            TaskArn = arn,
            ClusterArn = Cluster.Resource.ClusterArn,
            TaskDefinitionArn = definition.TaskDefinitionArn,
            ContainerInstanceArn = instance?.Resource.ContainerInstanceArn,
            AvailabilityZone = instance is null ? TaskInterface.Zone(Cluster.Region.Region, attachment) : instance.Zone,
            Attributes = [new() { Name = InstanceAttributes.CpuArchitecture, Value = Architecture(instance) }],
            Attachments = attachment is null ? [] : [attachment],
            Containers = definition.ContainerDefinitions?.ConvertAll(container => Container(engine, arn, container)),
            Cpu = Requirements.Cpu.ToString(CultureInfo.InvariantCulture),
            Memory = Requirements.MemoryMiB.ToString(CultureInfo.InvariantCulture),
            CreatedAt = engine.Now.UtcDateTime,
            DesiredStatus = DesiredStatus.Running,
            LastStatus = hasInterface ? LastStatus.Provisioning : LastStatus.Pending,
            EnableExecuteCommand = EnableExecuteCommand,
            EphemeralStorage = IsOnFargate ? definition.EphemeralStorage ?? new() { SizeInGiB = 20 } : definition.EphemeralStorage,
            Group = Group,
            HealthStatus = HealthStatus.Unknown,
            LaunchType = LaunchType,
            Overrides = AllContainers(definition),
            PlatformVersion = IsOnFargate ? PlatformVersion is null or "LATEST" ? "1.4.0" : PlatformVersion : null,
            PlatformFamily = IsOnFargate ? "Linux" : null,
            StartedBy = StartedBy,
            Tags = Tags,
            Version = 1,
        };
    }

    private static string Architecture(InstanceState? instance) =>
        instance is not null && instance.TryGetAttribute(InstanceAttributes.CpuArchitecture, out var value) ? value : "x86_64";

    private Container Container(EcsEngine engine, string taskArn, ContainerDefinition definition)
    {
        var changed = Needs.Override(Overrides, definition);
        return new Container
        {
            ContainerArn = Cluster.Arn("container", $"{taskArn[(taskArn.LastIndexOf('/') + 1)..]}/{engine.Random.Guid()}"),
            TaskArn = taskArn,
            Name = definition.Name,
            Image = definition.Image,
            LastStatus = LastStatus.Pending,
            HealthStatus = HealthStatus.Unknown,
            NetworkInterfaces = [],
            Cpu = (changed?.Cpu ?? definition.Cpu ?? 0).ToString(CultureInfo.InvariantCulture),
            Memory = (changed?.Memory ?? definition.Memory)?.ToString(CultureInfo.InvariantCulture),
            MemoryReservation = (changed?.MemoryReservation ?? definition.MemoryReservation)?.ToString(CultureInfo.InvariantCulture),
        };
    }

    // ECS names every container in the overrides, also those that nothing overrides.
    private TaskOverride AllContainers(TaskDefinition definition)
    {
        var overrides = Overrides?.Copy() ?? new TaskOverride();
        overrides.ContainerOverrides = definition.ContainerDefinitions?
            .ConvertAll(container => Needs.Override(Overrides, container) ?? new ContainerOverride { Name = container.Name });
        overrides.InferenceAcceleratorOverrides ??= [];
        return overrides;
    }
}
