using EcsTools.Local.Api.Gateways;
using EcsTools.Local.Api.TaskSets;
using EcsTools.Local.Api.Tasks;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Launches;

namespace EcsTools.Local.Api.Services;

/// <summary>
/// Creates a REPLICA or DAEMON service with the controller ECS, EXTERNAL or CODE_DEPLOY; its tasks are placed, started and kept running.
/// </summary>
internal sealed class CreateServiceHandler() : Handler<CreateServiceRequest, CreateServiceResponse>(Operations.CreateService)
{
    protected override CreateServiceResponse Handle(Call call, CreateServiceRequest request)
    {
        var cluster = call.ActiveCluster(request.Cluster);
        Check.Name(request.ServiceName, "Service name", "serviceName");
        Check.Token(request.ClientToken);
        if (Existing(cluster, request) is { } existing)
            return new() { Service = existing.Changed(withTags: existing.Request.Tags is not null) };

        var launch = CheckScheduling(call, cluster, request);
        Check.TaskCount(call, request.DesiredCount, "desiredCount");
        var definition = launch.Controller == DeploymentControllerType.External
            ? null
            : call.UsableDefinition(request.TaskDefinition).Resource;
        var capacity = definition is null ? null : Capacity(cluster, request, definition);
        Check.Rules(LaunchRules.Rest, launch with { Definition = definition, Kind = capacity?.Kind });
        var service = new ServiceState { Request = request, Resource = Resource(call, cluster, request, definition) };
        LaunchSettings.Of(request, definition, capacity).ApplyTo(service);
        if (service.IsRolledOutByEcs) Deployments.Begin(call.Engine, call.Region, service);
        cluster.Services[service.Name] = service;
        service.Link(cluster);
        if (service.Resource.DeploymentController!.Type == DeploymentControllerType.CodeDeploy) AddFirstTaskSet(call, service);
        GatewayRoutes.Connect(call, service, request.GatewayConnectors);
        call.Engine.Schedule(service, call.Now + call.Engine.Timing.SchedulerDelay);
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

    /// <summary>Checks what ECS checks before it needs the task definition. Of a DAEMON service ECS looks at the network first.</summary>
    private static Launch CheckScheduling(Call call, ClusterState cluster, CreateServiceRequest request)
    {
        var launch = new Launch(request) { HasNamespace = cluster.Resource.ServiceConnectDefaults?.Namespace is { Length: > 0 } };
        Check.Rules(LaunchRules.First, launch);
        if (launch.IsDaemon && request.TaskDefinition is { Length: > 0 } name)
            Check.Rules(LaunchRules.Network, launch with { Definition = call.FindDefinition(name)?.Resource });
        Check.Rules(LaunchRules.Scheduling, launch);
        return launch;
    }

    /// <summary>CodeDeploy finds a service with one task set, which has all its tasks, and makes the others itself.</summary>
    private static void AddFirstTaskSet(Call call, ServiceState service) =>
        TaskSetChanges.Add(call, service, ServiceSettings.Of(service).CopyTo(new TaskSet
        {
            Status = TaskSetStatus.Primary,
            Scale = new() { Value = 100, Unit = ScaleUnit.Percent },
            Tags = [],
        }));

    /// <summary>The service without its settings.</summary>
    private static Service Resource(Call call, ClusterState cluster, CreateServiceRequest request, TaskDefinition? definition)
    {
        var configuration = DeploymentDefaults.Merge(DeploymentDefaults.Of(IsDaemon(request)), request.DeploymentConfiguration);
        var rebalancing = request.AvailabilityZoneRebalancing
            ?? (ServiceRules.CanRebalance(request) ? AvailabilityZoneRebalancing.Enabled : AvailabilityZoneRebalancing.Disabled);
        return new Service
        {
            ServiceArn = cluster.Arn("service", request.ServiceName!),
            ServiceName = request.ServiceName,
            ClusterArn = cluster.Resource.ClusterArn,
            Status = "ACTIVE",
            DesiredCount = request.DesiredCount ?? 0,
            DeploymentConfiguration = configuration,
            DeploymentController = new() { Type = request.DeploymentController?.Type ?? DeploymentControllerType.Ecs },
            RoleArn = Role(call.Region, definition, request),
            CreatedAt = call.Now.UtcDateTime,
            CreatedBy = call.Region.Root,
            PlacementConstraints = request.PlacementConstraints ?? [],
            PlacementStrategy = request.PlacementStrategy ?? [],
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
        LaunchCapacity.Of(
            cluster,
            IsDaemon(request) ? request.LaunchType ?? LaunchType.Ec2 : request.LaunchType,
            request.CapacityProviderStrategy,
            definition);

    private static bool IsDaemon(CreateServiceRequest request) => request.SchedulingStrategy == SchedulingStrategy.Daemon;

    // Network interfaces and load balancers are managed under the service-linked role.
    private static string? Role(RegionState region, TaskDefinition? definition, CreateServiceRequest request) =>
        request.Role
            ?? (definition?.NetworkMode == NetworkMode.Awsvpc || request.LoadBalancers is { Count: > 0 } ? region.ServiceLinkedRole : null);
}
