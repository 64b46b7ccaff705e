using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Makes a service, REPLICA or DAEMON, under the ECS, EXTERNAL or CODE_DEPLOY controller; tasks are placed, started and kept running.</summary>
internal sealed class CreateServiceHandler() : Handler<CreateServiceRequest, CreateServiceResponse>(Operations.CreateService)
{
    protected override CreateServiceResponse Handle(Call call, CreateServiceRequest request)
    {
        var cluster = call.ActiveCluster(request.Cluster);
        Check.Name(request.ServiceName, "Service name");
        Check.Token(request.ClientToken);
        if (Existing(cluster, request) is { } existing) return new() { Service = existing.Changed(withTags: existing.Request.Tags is not null) };

        CheckScheduling(call, request);
        Check.TaskCount(call, request.DesiredCount, "desiredCount");
        var resource = Resource(call, cluster, request);
        StrategyConfigurationRules.Fits(resource, request.ServiceConnectConfiguration);
        var service = new ServiceState { Request = request, Resource = resource, ServiceConnect = request.ServiceConnectConfiguration, Monitoring = request.Monitoring };
        if (service.IsRolledOutByEcs) Deployments.Begin(call.Engine, call.Region, service);
        cluster.Services[service.Name] = service;
        service.Link(cluster);
        if (resource.DeploymentController!.Type == DeploymentControllerType.CodeDeploy) AddFirstTaskSet(call, service);
        GatewayRoutes.Connect(call, service, request.GatewayConnectors);
        call.Engine.Schedule(service, call.Now + Simulated.SchedulerDelay);
        return new() { Service = service.Changed(withTags: request.Tags is not null) };
    }

    /// <summary>The service that an earlier sending of this very request made; null when the name is free.</summary>
    private static ServiceState? Existing(ClusterState cluster, CreateServiceRequest request)
    {
        if (cluster.Services.GetValueOrDefault(request.ServiceName!) is not { IsInactive: false } service) return null;
        if (!service.IsActive) throw EcsFault.InvalidParameter("Unable to Start a service that is still Draining.");
        return !string.IsNullOrEmpty(request.ClientToken) && Structures.Same(WithoutTags(service.Request), WithoutTags(request))
            ? service
            : throw EcsFault.InvalidParameter("Creation of service was not idempotent.");
    }

    // Other tags make no other request.
    private static CreateServiceRequest WithoutTags(CreateServiceRequest request)
    {
        var bare = request.Copy();
        bare.Tags = null;
        return bare;
    }

    private static void CheckScheduling(Call call, CreateServiceRequest request)
    {
        Check.OneOf(request.SchedulingStrategy, "Scheduling strategy", SchedulingStrategy.Replica, SchedulingStrategy.Daemon);
        Check.OneOf(request.LaunchType, "launch type", LaunchTypes.All);
        Check.OneOf(request.PropagateTags, "propagateTags", [.. PropagateTags.Values]);
        Check.OneOf(request.AvailabilityZoneRebalancing, "availabilityZoneRebalancing", [.. AvailabilityZoneRebalancing.Values]);
        Check.Tags(request.Tags);
        CheckNetwork(call, request);
        if (IsDaemon(request)) DaemonStrategyRules.Create(request);
        ControllerRules.Create(request);
        if (request.DesiredCount is null && !IsDaemon(request) && request.DeploymentController?.Type != DeploymentControllerType.External)
            throw EcsFault.InvalidParameter("DesiredCount is missing");
        if (request.DesiredCount < 0) throw EcsFault.InvalidParameter("DesiredCount can not be lesser than 0");
    }

    /// <summary>ECS looks at the network configuration before it looks at the rules of DAEMON.</summary>
    private static void CheckNetwork(Call call, CreateServiceRequest request)
    {
        if (IsDaemon(request) && request.TaskDefinition is { Length: > 0 } name && call.FindDefinition(name) is { Resource: var definition }) LaunchRules.Network(definition, request.NetworkConfiguration);
    }

    /// <summary>CodeDeploy finds a service with one task set, which has all its tasks, and makes the others itself.</summary>
    private static void AddFirstTaskSet(Call call, ServiceState service)
    {
        var resource = service.Resource;
        TaskSets.Add(call, service, new()
        {
            Status = TaskSetStatus.Primary,
            TaskDefinition = resource.TaskDefinition,
            LaunchType = resource.LaunchType,
            CapacityProviderStrategy = resource.CapacityProviderStrategy,
            PlatformVersion = resource.PlatformVersion,
            PlatformFamily = resource.PlatformFamily,
            NetworkConfiguration = resource.NetworkConfiguration,
            LoadBalancers = resource.LoadBalancers,
            ServiceRegistries = resource.ServiceRegistries,
            Scale = new() { Value = 100, Unit = ScaleUnit.Percent },
            Tags = [],
        });
    }

    private static Service Resource(Call call, ClusterState cluster, CreateServiceRequest request)
    {
        var isExternal = request.DeploymentController?.Type == DeploymentControllerType.External;
        var definition = isExternal ? null : call.UsableDefinition(request.TaskDefinition).Resource;
        var capacity = definition is null ? null : Capacity(cluster, request, definition);
        FargatePlatform.Check(capacity?.Kind, request.PlatformVersion, definition);
        if (definition is not null) LaunchRules.Network(definition, request.NetworkConfiguration);
        LaunchRules.Awsvpc(request.NetworkConfiguration, capacity?.Kind);
        LaunchRules.Placement(request.PlacementConstraints, request.PlacementStrategy, capacity?.Kind);
        LoadBalancerRules.Count(request.LoadBalancers);
        if (!isExternal) LoadBalancerRules.GracePeriod(request.HealthCheckGracePeriodSeconds, request.LoadBalancers);
        if (definition is not null) LoadBalancerRules.Containers(definition, request.LoadBalancers);
        var configuration = DeploymentRules.Merge(IsDaemon(request) ? DeploymentRules.DaemonDefault : DeploymentRules.Default, request.DeploymentConfiguration);
        var rebalancing = request.AvailabilityZoneRebalancing ?? (IsDaemon(request) || !DeploymentRules.CanRebalance(configuration) ? AvailabilityZoneRebalancing.Disabled : AvailabilityZoneRebalancing.Enabled);
        DeploymentRules.Rebalancing(rebalancing, configuration);
        var isOnFargate = capacity?.IsOnFargate == true;
        return new Service
        {
            ServiceArn = cluster.Arn("service", request.ServiceName!),
            ServiceName = request.ServiceName,
            ClusterArn = cluster.Resource.ClusterArn,
            LoadBalancers = request.LoadBalancers ?? [],
            ServiceRegistries = request.ServiceRegistries ?? [],
            Status = "ACTIVE",
            DesiredCount = request.DesiredCount ?? 0,
            LaunchType = capacity?.LaunchType,
            CapacityProviderStrategy = capacity?.Strategy,
            PlatformVersion = isOnFargate ? request.PlatformVersion ?? "LATEST" : null,
            PlatformFamily = isOnFargate ? "Linux" : null,
            TaskDefinition = definition?.TaskDefinitionArn,
            DeploymentConfiguration = configuration,
            DeploymentController = new() { Type = request.DeploymentController?.Type ?? DeploymentControllerType.Ecs },
            RoleArn = Role(call.Region, definition, request),
            CreatedAt = call.Now.UtcDateTime,
            CreatedBy = call.Region.Root,
            PlacementConstraints = request.PlacementConstraints ?? [],
            PlacementStrategy = request.PlacementStrategy ?? [],
            NetworkConfiguration = LaunchRules.Whole(request.NetworkConfiguration),
            HealthCheckGracePeriodSeconds = request.HealthCheckGracePeriodSeconds ?? 0,
            ResourceManagementType = ResourceManagementType.Customer,
            SchedulingStrategy = request.SchedulingStrategy ?? SchedulingStrategy.Replica,
            Tags = request.Tags ?? [],
            EnableECSManagedTags = request.EnableECSManagedTags ?? false,
            EnableExecuteCommand = request.EnableExecuteCommand ?? false,
            PropagateTags = request.PropagateTags ?? PropagateTags.None,
            AvailabilityZoneRebalancing = rebalancing,
        };
    }

    /// <summary>A service of the strategy DAEMON is for the instances of the cluster, whatever the cluster's default strategy.</summary>
    private static LaunchCapacity Capacity(ClusterState cluster, CreateServiceRequest request, TaskDefinition definition) =>
        LaunchCapacity.Of(cluster, IsDaemon(request) ? request.LaunchType ?? LaunchType.Ec2 : request.LaunchType, request.CapacityProviderStrategy, definition);

    private static bool IsDaemon(CreateServiceRequest request) => request.SchedulingStrategy == SchedulingStrategy.Daemon;

    // Network interfaces and load balancers are managed under the service-linked role.
    private static string? Role(RegionState region, TaskDefinition? definition, CreateServiceRequest request) =>
        request.Role ?? (definition?.NetworkMode == NetworkMode.Awsvpc || request.LoadBalancers is { Count: > 0 } ? region.ServiceLinkedRole : null);
}
