using EcsTools.Local.Api.Gateways;
using EcsTools.Local.Api.TaskSets;
using EcsTools.Local.Api.Tasks;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Launches;

namespace EcsTools.Local.Api.Services;

/// <summary>Scales, configures and deploys a service; a rolling update stays within the deployment limits.</summary>
internal sealed class UpdateServiceHandler() : Handler<UpdateServiceRequest, UpdateServiceResponse>(Operations.UpdateService)
{
    protected override UpdateServiceResponse Handle(Call call, UpdateServiceRequest request)
    {
        var cluster = call.ActiveCluster(request.Cluster);
        var service = TaskSetChanges.ActiveService(cluster, request.Service);
        var updated = Updated(call, cluster, service, request);
        var connect = request.ServiceConnectConfiguration ?? service.ServiceConnect;
        var isDeployed = IsDeployed(service.Resource, updated, request) || !Structures.Same(connect, service.ServiceConnect);
        (service.Resource, service.ServiceConnect, service.Monitoring) = (updated, connect, request.Monitoring ?? service.Monitoring);
        service.Volumes = request.VolumeConfigurations ?? service.Volumes;
        service.Lattice = request.VpcLatticeConfigurations ?? service.Lattice;
        service.Connectors = request.GatewayConnectors ?? service.Connectors;
        if (request.GatewayConnectors is { } connectors) GatewayRoutes.Connect(call, service, connectors);
        if (isDeployed) Deployments.Begin(call.Engine, call.Region, service);
        foreach (var taskSet in service.TaskSets) taskSet.Rescale(call.Engine, updated.DesiredCount ?? 0);
        service.IsSteady = false;
        service.Unthrottle();
        call.Engine.Schedule(service, call.Now + call.Engine.Timing.SchedulerDelay);
        return new() { Service = service.Changed() };
    }

    private static Service Updated(Call call, ClusterState cluster, ServiceState service, UpdateServiceRequest request)
    {
        var current = service.Resource;
        var change = new ServiceUpdate(current, request) { Connect = service.ServiceConnect };
        if (request.DeploymentController?.Type is { } asked && asked != change.Controller) throw EcsFault.Unsupported("a change of the deployment controller");
        Check.Rules(UpdateRules.All, change);
        Check.Rules(LaunchRules.First, new Launch(request));
        Check.TaskCount(call, request.DesiredCount, "desiredCount");

        var updated = current.Copy();
        updated.DesiredCount = request.DesiredCount ?? current.DesiredCount;
        updated.DeploymentConfiguration = DeploymentDefaults.Merge(current.DeploymentConfiguration!, request.DeploymentConfiguration);
        updated.AvailabilityZoneRebalancing = request.AvailabilityZoneRebalancing ?? current.AvailabilityZoneRebalancing;
        updated.NetworkConfiguration = NetworkDefaults.Whole(request.NetworkConfiguration) ?? current.NetworkConfiguration;
        updated.PlacementConstraints = request.PlacementConstraints ?? current.PlacementConstraints;
        updated.PlacementStrategy = request.PlacementStrategy ?? current.PlacementStrategy;
        updated.PlatformVersion = request.PlatformVersion ?? current.PlatformVersion;
        updated.HealthCheckGracePeriodSeconds = request.HealthCheckGracePeriodSeconds ?? current.HealthCheckGracePeriodSeconds;
        updated.EnableExecuteCommand = request.EnableExecuteCommand ?? current.EnableExecuteCommand;
        updated.EnableECSManagedTags = request.EnableECSManagedTags ?? current.EnableECSManagedTags;
        updated.PropagateTags = request.PropagateTags ?? current.PropagateTags;
        updated.LoadBalancers = request.LoadBalancers ?? current.LoadBalancers;
        updated.ServiceRegistries = request.ServiceRegistries ?? current.ServiceRegistries;
        if (request.TaskDefinition is not null) updated.TaskDefinition = call.UsableDefinition(request.TaskDefinition).Resource.TaskDefinitionArn;
        if (request is not { TaskDefinition: null, CapacityProviderStrategy: null, PlatformVersion: null }) SetCapacity(call, cluster, updated, request);
        var whole = change.Updated;
        whole.PlatformVersion = updated.PlatformVersion;
        Check.Rules(LaunchRules.Rest, new Launch(whole)
        {
            IsUpdate = true,
            Definition = updated.TaskDefinition is { } arn ? call.FindDefinition(arn)?.Resource : null,
            Kind = Kind(cluster, updated),
            HasNamespace = cluster.Resource.ServiceConnectDefaults?.Namespace is { Length: > 0 },
        });
        return updated;
    }

    private static string? Kind(ClusterState cluster, Service service) => service.CapacityProviderStrategy is [{ CapacityProvider: { } name }, ..] ? cluster.Region.FindCapacityProvider(name)?.LaunchType() : service.LaunchType;

    /// <summary>Gives the service another strategy, or sees whether what it has is still for its task definition.</summary>
    private static void SetCapacity(Call call, ClusterState cluster, Service service, UpdateServiceRequest request)
    {
        if (call.FindDefinition(service.TaskDefinition ?? "") is not { Resource: var definition }) return;
        var capacity = request.CapacityProviderStrategy is null
            ? LaunchCapacity.Of(cluster, service, definition)
            : LaunchCapacity.Of(cluster, null, request.CapacityProviderStrategy, definition);
        if (request.CapacityProviderStrategy is null) return;
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
