using System.Globalization;
using EcsTools.Local.Api.Logs;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>Tasks that are all alike, about to be started: by RunTask, StartTask or a service.</summary>
internal sealed record TaskLaunch
{
    /// <summary>The version of Fargate's platform that LATEST stands for.</summary>
    public const string LatestPlatform = "1.4.0";

    private TaskRequirements? requirements;
    private TaskOverride? allOverrides;

    public required ClusterState Cluster { get; init; }

    public required TaskDefinitionState Definition { get; init; }

    public required string LaunchType { get; init; }

    /// <summary>The strategy over capacity providers that decides about the launch type; empty for none.</summary>
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; init; } = [];

    /// <summary>The capacity provider that the tasks are for; null where they go by their launch type alone.</summary>
    public string? CapacityProvider { get; init; }

    public required string Group { get; init; }

    public string? StartedBy { get; init; }

    public ServiceState? Service { get; init; }

    /// <summary>The deployment or task set of the service.</summary>
    public TaskSourceState? Source { get; init; }

    /// <summary>The ARN of the revision of a daemon that the tasks are of; null for all other tasks.</summary>
    public string? DaemonRevision { get; init; }

    public TaskOverride? Overrides { get; init; }

    public NetworkConfiguration? NetworkConfiguration { get; init; }

    public string? PlatformVersion { get; init; }

    public bool EnableExecuteCommand { get; init; }

    public List<Tag> Tags { get; init; } = [];

    public PlacementPreferences Preferences { get; init; } = new();

    /// <summary>The requirements of each task.</summary>
    public TaskRequirements Requirements => requirements ??= RequiredResources.Of(Definition.Resource, Overrides);

    public bool IsOnFargate => LaunchType == Model.LaunchType.Fargate;

    public PlacementRequest Request() => Preferences.Request(Cluster, Group, Definition.Resource, Requirements, Service is not null);

    /// <summary>
    /// Starts up to so many tasks where the scheduler finds capacity. If it finds none for a task, it returns the reason and stops.
    /// </summary>
    public (IReadOnlyList<TaskState> Started, PlacementFailure? Failure) Place(EcsEngine engine, int count)
    {
        if (count == 0) return ([], null);
        if (CapacityProviderStrategy.Count > 0) return StrategyLaunch.Place(engine, this, count);
        if (IsOnFargate) return ([.. Enumerable.Range(0, count).Select(_ => Start(engine, null))], null);
        if (CapacityProvider is not null) return ProviderPlacement.Place(engine, this, count);
        var placer = new TaskPlacer<InstanceState>(Request(), Cluster.Pool, engine.Random.Source());
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
        var task = Add(engine, instance, null);
        TaskLifecycle.Begin(engine, task);
        return task;
    }

    /// <summary>Starts one task that has no instance yet.</summary>
    public TaskState Wait(EcsEngine engine)
    {
        var task = Add(engine, null, Preferences);
        ProviderPlacement.Begin(engine, task);
        return task;
    }

    private TaskState Add(EcsEngine engine, InstanceState? instance, PlacementPreferences? preferences)
    {
        var id = engine.NewId(Cluster);
        var task = new TaskState
        {
            Number = engine.NextNumber(),
            Id = id,
            InstanceId = instance?.Id,
            ServiceName = Service?.Name,
            DeploymentId = Source?.Id,
            Target = Service is not null && Source is not null && Service.LoadBalancersOf(Source).Count > 0 ? TargetHealth.Unused : null,
            DaemonRevision = DaemonRevision,
            Preferences = preferences,
            ContainerStates = SimulatedContainers.Of(engine.Behaviors, this),
            Definition = Definition,
            Requirements = Requirements,
            Resource = Resource(engine, id, instance, isWaiting: preferences is not null),
        };
        Cluster.Add(task);
        return task;
    }

    private EcsTask Resource(EcsEngine engine, string id, InstanceState? instance, bool isWaiting)
    {
        var arn = Cluster.Arn("task", id);
        var definition = Definition.Resource;
        var hasInterface = definition.NetworkMode == NetworkMode.Awsvpc;
        var attachment = hasInterface ? TaskInterface.Precreated(engine, NetworkConfiguration) : null;
        return new EcsTask
        {
            TaskArn = arn,
            ClusterArn = Cluster.Resource.ClusterArn,
            TaskDefinitionArn = definition.TaskDefinitionArn,
            ContainerInstanceArn = instance?.Resource.ContainerInstanceArn,
            AvailabilityZone = IsOnFargate ? TaskInterface.Zone(Cluster.Region.Region, attachment) : instance?.Zone,
            Attributes = isWaiting
                ? []
                : [new() { Name = InstanceAttributes.CpuArchitecture, Value = instance?.Architecture ?? InstanceState.UsualArchitecture }],
            CapacityProviderName = CapacityProvider,
            Attachments = attachment is null ? [] : [attachment],
            Containers = definition.ContainerDefinitions?.ConvertAll(container => Container(engine, id, arn, container)),
            Cpu = Requirements.Cpu.ToString(CultureInfo.InvariantCulture),
            Memory = Requirements.MemoryMiB.ToString(CultureInfo.InvariantCulture),
            CreatedAt = engine.Now.UtcDateTime,
            DesiredStatus = DesiredStatus.Running,
            LastStatus = hasInterface || isWaiting ? LastStatus.Provisioning : LastStatus.Pending,
            EnableExecuteCommand = EnableExecuteCommand,
            EphemeralStorage = IsOnFargate ? definition.EphemeralStorage ?? new() { SizeInGiB = 20 } : definition.EphemeralStorage,
            FargateEphemeralStorage = IsOnFargate
                ? new() { SizeInGiB = definition.EphemeralStorage?.SizeInGiB ?? 20, KmsKeyId = Cluster.FargateEphemeralStorage?.KmsKeyId }
                : null,
            Group = Group,
            HealthStatus = HealthStatus.Unknown,
            LaunchType = LaunchType,
            Overrides = allOverrides ??= AllContainers(definition),
            PlatformVersion = IsOnFargate ? PlatformVersion is null or "LATEST" ? LatestPlatform : PlatformVersion : null,
            PlatformFamily = IsOnFargate ? "Linux" : null,
            StartedBy = StartedBy,
            Tags = Tags,
            Version = 1,
        };
    }

    private Container Container(EcsEngine engine, string id, string taskArn, ContainerDefinition definition)
    {
        var changed = RequiredResources.Override(Overrides, definition);
        return new Container
        {
            ContainerArn = Cluster.Arn("container", $"{id}/{engine.Random.Guid()}"),
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
            .ConvertAll(container => RequiredResources.Override(Overrides, container) ?? new ContainerOverride { Name = container.Name });
        overrides.InferenceAcceleratorOverrides ??= [];
        return overrides;
    }
}
