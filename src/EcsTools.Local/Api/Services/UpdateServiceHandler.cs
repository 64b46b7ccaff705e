using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Scales, configures and deploys a service; a rolling update stays within its percents.</summary>
internal sealed class UpdateServiceHandler() : Handler<UpdateServiceRequest, UpdateServiceResponse>(Operations.UpdateService)
{
    protected override UpdateServiceResponse Handle(Call call, UpdateServiceRequest request)
    {
        var cluster = call.ActiveCluster(request.Cluster);
        var service = TaskSets.ActiveService(cluster, request.Service);
        var updated = Updated(call, cluster, service.Resource, request);
        var connect = request.ServiceConnectConfiguration ?? service.ServiceConnect;
        StrategyConfigurationRules.Fits(updated, connect);
        var isDeployed = IsDeployed(service.Resource, updated, request) || !Structures.Same(connect, service.ServiceConnect);
        (service.Resource, service.ServiceConnect, service.Monitoring) = (updated, connect, request.Monitoring ?? service.Monitoring);
        if (request.GatewayConnectors is { } connectors) GatewayRoutes.Connect(call, service, connectors);
        if (isDeployed) Deployments.Begin(call.Engine, call.Region, service);
        foreach (var taskSet in service.TaskSets) taskSet.Rescale(call.Engine, updated.DesiredCount ?? 0);
        service.IsSteady = false;
        service.Unthrottle();
        call.Engine.Schedule(service, call.Now + Simulated.SchedulerDelay);
        return new() { Service = service.Changed() };
    }

    private static Service Updated(Call call, ClusterState cluster, Service current, UpdateServiceRequest request)
    {
        ControllerRules.Update(current, request);
        if (request.DesiredCount < 0) throw EcsFault.InvalidParameter("Task count can not be lesser than 0");
        Check.TaskCount(call, request.DesiredCount, "desiredCount");
        Check.OneOf(request.PropagateTags, "propagateTags", [.. PropagateTags.Values]);
        Check.OneOf(request.AvailabilityZoneRebalancing, "availabilityZoneRebalancing", [.. AvailabilityZoneRebalancing.Values]);
        if (current.SchedulingStrategy == SchedulingStrategy.Daemon) DaemonStrategyRules.Update(request);

        var updated = current.Copy();
        updated.DesiredCount = request.DesiredCount ?? current.DesiredCount;
        updated.DeploymentConfiguration = DeploymentRules.Merge(current.DeploymentConfiguration!, request.DeploymentConfiguration);
        updated.AvailabilityZoneRebalancing = request.AvailabilityZoneRebalancing ?? current.AvailabilityZoneRebalancing;
        DeploymentRules.Rebalancing(updated.AvailabilityZoneRebalancing, updated.DeploymentConfiguration);
        updated.NetworkConfiguration = LaunchRules.Whole(request.NetworkConfiguration) ?? current.NetworkConfiguration;
        updated.PlacementConstraints = request.PlacementConstraints ?? current.PlacementConstraints;
        updated.PlacementStrategy = request.PlacementStrategy ?? current.PlacementStrategy;
        updated.PlatformVersion = request.PlatformVersion ?? current.PlatformVersion;
        updated.HealthCheckGracePeriodSeconds = request.HealthCheckGracePeriodSeconds ?? current.HealthCheckGracePeriodSeconds;
        updated.EnableExecuteCommand = request.EnableExecuteCommand ?? current.EnableExecuteCommand;
        updated.EnableECSManagedTags = request.EnableECSManagedTags ?? current.EnableECSManagedTags;
        updated.PropagateTags = request.PropagateTags ?? current.PropagateTags;
        updated.LoadBalancers = request.LoadBalancers ?? current.LoadBalancers;
        updated.ServiceRegistries = request.ServiceRegistries ?? current.ServiceRegistries;
        if (request.TaskDefinition is not null) SetDefinition(call, updated, request.TaskDefinition);
        if (request is not { TaskDefinition: null, CapacityProviderStrategy: null, PlatformVersion: null }) SetCapacity(call, cluster, updated, request);
        if (request.LoadBalancers is not null) LoadBalancerRules.Containers(call.FindDefinition(updated.TaskDefinition!)!.Resource, request.LoadBalancers);
        LaunchRules.Placement(updated.PlacementConstraints, updated.PlacementStrategy, Kind(cluster, updated));
        LaunchRules.Awsvpc(request.NetworkConfiguration, Kind(cluster, updated));
        LoadBalancerRules.Count(request.LoadBalancers);
        if (current.DeploymentController!.Type != DeploymentControllerType.External) LoadBalancerRules.GracePeriod(request.HealthCheckGracePeriodSeconds, updated.LoadBalancers);
        FargatePlatform.Check(updated.LaunchType, updated.PlatformVersion, updated.TaskDefinition is { } arn ? call.FindDefinition(arn)?.Resource : null);
        return updated;
    }

    private static string? Kind(ClusterState cluster, Service service) => service.CapacityProviderStrategy is [{ CapacityProvider: { } name }, ..] ? cluster.Region.FindCapacityProvider(name)?.LaunchType() : service.LaunchType;

    private static void SetDefinition(Call call, Service service, string identifier)
    {
        var definition = call.UsableDefinition(identifier).Resource;
        LaunchRules.Network(definition, service.NetworkConfiguration);
        service.TaskDefinition = definition.TaskDefinitionArn;
    }

    /// <summary>Gives the service another strategy, or sees whether what it has is still for its task definition.</summary>
    private static void SetCapacity(Call call, ClusterState cluster, Service service, UpdateServiceRequest request)
    {
        if (call.FindDefinition(service.TaskDefinition ?? "") is not { Resource: var definition }) return;
        var capacity = request.CapacityProviderStrategy is null
            ? LaunchCapacity.Of(cluster, service, definition)
            : LaunchCapacity.Of(cluster, null, request.CapacityProviderStrategy, definition);
        FargatePlatform.Check(capacity.Kind, request.PlatformVersion, definition);
        if (request.CapacityProviderStrategy is null) return;
        if (request.ForceNewDeployment != true && !Structures.Same(capacity.Strategy, service.CapacityProviderStrategy))
        {
            throw EcsFault.InvalidParameter(
                "When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, "
                + "you must force a new deployment.");
        }

        (service.LaunchType, service.CapacityProviderStrategy) = (capacity.LaunchType, capacity.Strategy);
        service.PlatformVersion = capacity.IsOnFargate ? service.PlatformVersion ?? "LATEST" : null;
        service.PlatformFamily = capacity.IsOnFargate ? "Linux" : null;
    }

    // What a task is made from cannot change under it, so a change of that is a deployment.
    private static bool IsDeployed(Service current, Service updated, UpdateServiceRequest request) =>
        request.ForceNewDeployment == true
        || request.Monitoring is not null
        || updated.TaskDefinition != current.TaskDefinition
        || updated.PlatformVersion != current.PlatformVersion
        || !Structures.Same(updated.NetworkConfiguration, current.NetworkConfiguration)
        || !Structures.Same(updated.LoadBalancers, current.LoadBalancers)
        || !Structures.Same(updated.ServiceRegistries, current.ServiceRegistries);
}
