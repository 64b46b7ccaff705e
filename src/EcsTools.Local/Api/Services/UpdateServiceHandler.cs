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
        var change = new ServiceUpdate(service.Resource, request) { Connect = service.ServiceConnect };
        if (request.DeploymentController?.Type is { } asked && asked != change.Controller)
            throw EcsFault.Unsupported("a change of the deployment controller");
        Check.Rules(UpdateRules.All, change);
        Check.Rules(LaunchRules.First, new Launch(request));
        Check.TaskCount(call, request.DesiredCount, "desiredCount");
        var before = ServiceSettings.Of(service);
        var settings = Settings(call, cluster, before, request);
        CheckWhole(call, cluster, change.Updated, settings.Values);

        service.Resource = Updated(service.Resource, request);
        settings.ApplyTo(service);
        if (request.GatewayConnectors is { } connectors) GatewayRoutes.Connect(call, service, connectors);
        if (IsDeployed(before, settings, request)) Deployments.Begin(call.Engine, call.Region, service);
        foreach (var taskSet in service.TaskSets) taskSet.Rescale(call.Now, service.Resource.DesiredCount ?? 0);
        service.IsSteady = false;
        service.Unthrottle();
        call.Engine.Schedule(service, call.Now + call.Engine.Timing.SchedulerDelay);
        return new() { Service = service.Changed() };
    }

    /// <summary>The settings of the service after the update, with what ECS fills in.</summary>
    private static ServiceSettings Settings(Call call, ClusterState cluster, ServiceSettings before, UpdateServiceRequest request)
    {
        var settings = before.With(request);
        var values = settings.Values;
        values.NetworkConfiguration = NetworkDefaults.Whole(values.NetworkConfiguration);
        values.CapacityProviderStrategy = before.Values.CapacityProviderStrategy;
        if (request.TaskDefinition is not null)
            values.TaskDefinition = call.UsableDefinition(request.TaskDefinition).Resource.TaskDefinitionArn;
        if (request is not { TaskDefinition: null, CapacityProviderStrategy: null, PlatformVersion: null })
            SetCapacity(call, cluster, settings, request);
        return settings;
    }

    /// <summary>Gives the service another strategy, or checks whether what it has is still for its task definition.</summary>
    private static void SetCapacity(Call call, ClusterState cluster, ServiceSettings settings, UpdateServiceRequest request)
    {
        if (call.FindDefinition(settings.Values.TaskDefinition ?? "") is not { Resource: var definition }) return;
        var capacity = request.CapacityProviderStrategy is null
            ? LaunchCapacity.Of(cluster, settings.Values, definition)
            : LaunchCapacity.Of(cluster, null, request.CapacityProviderStrategy, definition);
        if (request.CapacityProviderStrategy is not null) LaunchSettings.SetCapacity(settings, capacity);
    }

    /// <summary>Checks the service as it will be.</summary>
    private static void CheckWhole(Call call, ClusterState cluster, CreateServiceRequest whole, ServiceRevision settings)
    {
        whole.PlatformVersion = settings.PlatformVersion;
        Check.Rules(LaunchRules.Rest, new Launch(whole)
        {
            IsUpdate = true,
            Definition = settings.TaskDefinition is { } arn ? call.FindDefinition(arn)?.Resource : null,
            Kind = Kind(cluster, settings),
            HasNamespace = cluster.Resource.ServiceConnectDefaults?.Namespace is { Length: > 0 },
        });
    }

    private static string? Kind(ClusterState cluster, ServiceRevision settings) =>
        settings.CapacityProviderStrategy is [{ CapacityProvider: { } name }, ..]
            ? cluster.Region.FindCapacityProvider(name)?.LaunchType()
            : settings.LaunchType;

    /// <summary>The service with what the request specifies, except for its settings.</summary>
    private static Service Updated(Service current, UpdateServiceRequest request)
    {
        var updated = current.Copy();
        updated.DesiredCount = request.DesiredCount ?? current.DesiredCount;
        updated.DeploymentConfiguration = DeploymentDefaults.Merge(current.DeploymentConfiguration!, request.DeploymentConfiguration);
        updated.AvailabilityZoneRebalancing = request.AvailabilityZoneRebalancing ?? current.AvailabilityZoneRebalancing;
        updated.PlacementConstraints = request.PlacementConstraints ?? current.PlacementConstraints;
        updated.PlacementStrategy = request.PlacementStrategy ?? current.PlacementStrategy;
        updated.HealthCheckGracePeriodSeconds = request.HealthCheckGracePeriodSeconds ?? current.HealthCheckGracePeriodSeconds;
        updated.EnableExecuteCommand = request.EnableExecuteCommand ?? current.EnableExecuteCommand;
        updated.EnableECSManagedTags = request.EnableECSManagedTags ?? current.EnableECSManagedTags;
        updated.PropagateTags = request.PropagateTags ?? current.PropagateTags;
        return updated;
    }

    private static bool IsDeployed(ServiceSettings before, ServiceSettings after, UpdateServiceRequest request) =>
        request.ForceNewDeployment == true || request.Monitoring is not null || after.DiffersFrom(before);
}
