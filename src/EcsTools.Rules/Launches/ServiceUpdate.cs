using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>A change of a service that there is.</summary>
/// <param name="Current">The service as it is.</param>
/// <param name="Request">The changes.</param>
internal sealed record ServiceUpdate(Service Current, UpdateServiceRequest Request)
{
    /// <summary>Its Service Connect configuration, which services don't show.</summary>
    public ServiceConnectConfiguration? Connect { get; init; }

    public string? Controller => Current.DeploymentController?.Type;

    public bool IsDaemon => Current.SchedulingStrategy == SchedulingStrategy.Daemon;

    /// <summary>
    /// The service as it will be, as if it were created so. A grace period and rebalancing count only if they are requested, because they
    /// can remain when their prerequisites are removed.
    /// </summary>
    public CreateServiceRequest Updated => new()
    {
        ServiceName = Current.ServiceName,
        TaskDefinition = Request.TaskDefinition ?? Current.TaskDefinition,
        AvailabilityZoneRebalancing = Request.AvailabilityZoneRebalancing ?? Current.AvailabilityZoneRebalancing,
        LoadBalancers = Request.LoadBalancers ?? Current.LoadBalancers,
        ServiceRegistries = Request.ServiceRegistries ?? Current.ServiceRegistries,
        DeploymentConfiguration = Deployment(Request.DeploymentConfiguration),
        PlacementConstraints = Request.PlacementConstraints ?? Current.PlacementConstraints,
        PlacementStrategy = Request.PlacementStrategy ?? Current.PlacementStrategy,
        NetworkConfiguration = Request.NetworkConfiguration ?? Current.NetworkConfiguration,
        PlatformVersion = Request.PlatformVersion ?? Current.PlatformVersion,
        HealthCheckGracePeriodSeconds = Request.HealthCheckGracePeriodSeconds,
        SchedulingStrategy = Current.SchedulingStrategy,
        DeploymentController = Current.DeploymentController,
        ServiceConnectConfiguration = Request.ServiceConnectConfiguration ?? Connect,
        VolumeConfigurations = Request.VolumeConfigurations,
        VpcLatticeConfigurations = Request.VpcLatticeConfigurations,
        GatewayConnectors = Request.GatewayConnectors,
        Monitoring = Request.Monitoring,
        EnableExecuteCommand = Request.EnableExecuteCommand ?? (Request.TaskDefinition is null ? null : Current.EnableExecuteCommand),
    };

    /// <summary>The requested change, with the resulting deployment limits and strategy.</summary>
    private DeploymentConfiguration Deployment(DeploymentConfiguration? asked) => new()
    {
        DeploymentCircuitBreaker = asked?.DeploymentCircuitBreaker,
        MaximumPercent = asked?.MaximumPercent ?? Current.DeploymentConfiguration?.MaximumPercent,
        MinimumHealthyPercent = asked?.MinimumHealthyPercent ?? Current.DeploymentConfiguration?.MinimumHealthyPercent,
        Alarms = asked?.Alarms,
        Strategy = asked?.Strategy ?? Current.DeploymentConfiguration?.Strategy,
        BakeTimeInMinutes = asked?.BakeTimeInMinutes,
        LifecycleHooks = asked?.LifecycleHooks,
        LinearConfiguration = asked?.LinearConfiguration,
        CanaryConfiguration = asked?.CanaryConfiguration,
        EarlySuccessCriteria = asked?.EarlySuccessCriteria,
    };
}
