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
        var updated = Updated(call, service.Resource, request);
        var connect = request.ServiceConnectConfiguration ?? service.ServiceConnect;
        StrategyConfigurationRules.Fits(updated, connect);
        var isDeployed = IsDeployed(service.Resource, updated, request) || !Structures.Same(connect, service.ServiceConnect);
        (service.Resource, service.ServiceConnect) = (updated, connect);
        if (request.GatewayConnectors is { } connectors) GatewayRoutes.Connect(call, service, connectors);
        if (isDeployed) Deployments.Begin(call.Engine, call.Region, service);
        foreach (var taskSet in service.TaskSets) taskSet.Rescale(call.Engine, updated.DesiredCount ?? 0);
        service.IsSteady = false;
        service.Unthrottle();
        call.Engine.Schedule(service, call.Now + Simulated.SchedulerDelay);
        return new() { Service = service.Describe(withTags: true) };
    }

    private static Service Updated(Call call, Service current, UpdateServiceRequest request)
    {
        ControllerRules.Update(current, request);
        if (request.DesiredCount < 0) throw EcsFault.InvalidParameter("Task count can not be lesser than 0");
        Check.OneOf(request.PropagateTags, "propagateTags", [.. PropagateTags.Values]);
        Check.OneOf(request.AvailabilityZoneRebalancing, "availabilityZoneRebalancing", [.. AvailabilityZoneRebalancing.Values]);
        if (request.CapacityProviderStrategy is { Count: > 0 }) throw EcsFault.Unsupported("capacity provider strategies");
        if (current.SchedulingStrategy == SchedulingStrategy.Daemon) DaemonStrategyRules.Update(request);
        LaunchRules.Placement(request.PlacementConstraints, request.PlacementStrategy);

        var updated = current.Copy();
        updated.DesiredCount = request.DesiredCount ?? current.DesiredCount;
        updated.DeploymentConfiguration = DeploymentRules.Merge(current.DeploymentConfiguration!, request.DeploymentConfiguration);
        updated.AvailabilityZoneRebalancing = request.AvailabilityZoneRebalancing ?? current.AvailabilityZoneRebalancing;
        DeploymentRules.Rebalancing(updated.AvailabilityZoneRebalancing, updated.DeploymentConfiguration);
        updated.NetworkConfiguration = request.NetworkConfiguration ?? current.NetworkConfiguration;
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
        if (request.LoadBalancers is not null) LoadBalancerRules.Containers(call.FindDefinition(updated.TaskDefinition!)!.Resource, request.LoadBalancers);
        FargatePlatform.Check(current.LaunchType, updated.PlatformVersion, updated.TaskDefinition is { } arn ? call.FindDefinition(arn)?.Resource : null);
        return updated;
    }

    private static void SetDefinition(Call call, Service service, string identifier)
    {
        var definition = call.UsableDefinition(identifier).Resource;
        LaunchRules.LaunchType(service.LaunchType, null, definition);
        LaunchRules.Network(definition, service.NetworkConfiguration);
        service.TaskDefinition = definition.TaskDefinitionArn;
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
