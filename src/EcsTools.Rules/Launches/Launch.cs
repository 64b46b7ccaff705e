using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>
/// The settings for the launch of tasks, by any operation, and the resources that they name. The operations have these members under the
/// same names.
/// </summary>
/// <param name="Request">The request of the operation.</param>
internal sealed record Launch(IStructure Request)
{
    /// <summary>The task definition; null if it isn't known, or the service has none of its own.</summary>
    public TaskDefinition? Definition { get; init; }

    /// <summary>The launch type that the tasks will show; null if it isn't known.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether the cluster names a Service Connect namespace; null if that isn't known.</summary>
    public bool? HasNamespace { get; init; }

    /// <summary>Whether a service is changed that there is, rather than created.</summary>
    public bool IsUpdate { get; init; }

    public string? PlatformVersion => Get<string>("platformVersion");

    public string? Role => Get<string>("role");

    public string? StartedBy => Get<string>("startedBy");

    public string? Rebalancing => Get<string>("availabilityZoneRebalancing");

    public string? Controller => Get<DeploymentController>("deploymentController")?.Type;

    public int? DesiredCount => Get<int?>("desiredCount");

    public AwsVpcConfiguration? Network => Get<NetworkConfiguration>("networkConfiguration")?.AwsvpcConfiguration;

    public DeploymentConfiguration? Deployment => Get<DeploymentConfiguration>("deploymentConfiguration");

    public ServiceConnectConfiguration? Connect => Get<ServiceConnectConfiguration>("serviceConnectConfiguration");

    public TaskOverride? Overrides => Get<TaskOverride>("overrides");

    public IReadOnlyList<CapacityProviderStrategyItem> Strategy => List<CapacityProviderStrategyItem>("capacityProviderStrategy");

    public IReadOnlyList<PlacementConstraint> Constraints => List<PlacementConstraint>("placementConstraints");

    public IReadOnlyList<PlacementStrategy> Placement => List<PlacementStrategy>("placementStrategy");

    public IReadOnlyList<LoadBalancer> Balancers => List<LoadBalancer>("loadBalancers");

    public IReadOnlyList<ServiceRegistry> Registries => List<ServiceRegistry>("serviceRegistries");

    public IReadOnlyList<VpcLatticeConfiguration> Lattices => List<VpcLatticeConfiguration>("vpcLatticeConfigurations");

    public IReadOnlyList<Tag> Tags => List<Tag>("tags");

    /// <summary>The volumes that are configured at launch; services and tasks have types of their own for them.</summary>
    public IEnumerable<LaunchVolume> Volumes =>
        List<ServiceVolumeConfiguration>("volumeConfigurations").Select((one, index) =>
            new LaunchVolume(index, one.Name, one.ManagedEBSVolume))
            .Concat(List<TaskVolumeConfiguration>("volumeConfigurations").Select((one, index) =>
                new LaunchVolume(index, one.Name, one.ManagedEBSVolume)));

    public bool IsOnFargate => Kind == LaunchType.Fargate;

    public bool IsDaemon => Get<string>("schedulingStrategy") == SchedulingStrategy.Daemon;

    public bool IsService => Request is CreateServiceRequest;

    /// <summary>Whether deployments are another controller's than ECS's.</summary>
    public bool IsControlledElsewhere => Controller is not (null or DeploymentControllerType.Ecs);

    public bool UsesAwsvpc => Definition?.NetworkMode == NetworkMode.Awsvpc;

    public bool Has(string? container) => Container(container) is not null;

    public bool HasPort(string? container, int? port) =>
        Container(container)?.PortMappings?.Exists(mapping => mapping.ContainerPort == port) == true;

    /// <summary>Whether a port mapping has that name.</summary>
    public bool HasPortName(string? name) =>
        Definition?.ContainerDefinitions?.Exists(container =>
            container.PortMappings?.Exists(mapping => mapping.Name == name) == true) == true;

    /// <summary>The names of the containers, for advice.</summary>
    public string Containers => string.Join(", ", Definition?.ContainerDefinitions?.Select(container => container.Name) ?? []);

    public T? Get<T>(string member) => Request.GetShape().Find(member)?.Get(Request) is T value ? value : default;

    private ContainerDefinition? Container(string? name) => Definition?.ContainerDefinitions?.Find(container => container.Name == name);

    private List<T> List<T>(string member)
        where T : class => [.. (Get<List<T>>(member) ?? []).Where(item => item is not null)];
}

/// <summary>A volume that is configured at launch.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">Its name in the task definition.</param>
/// <param name="Settings">The settings of the EBS volume, of a service or of a task.</param>
internal sealed record LaunchVolume(int Index, string? Name, IStructure? Settings)
{
    public string Path => $"volumeConfigurations[{Index}]";

    public string? Type => Get<string>("volumeType");

    public bool IsSet(string member) => Settings?.GetShape().Find(member)?.Get(Settings) is not null;

    public T? Get<T>(string member) => Settings?.GetShape().Find(member)?.Get(Settings) is T value ? value : default;
}
