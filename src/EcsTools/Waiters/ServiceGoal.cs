using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>What a wait for a service is for.</summary>
/// <param name="Cluster">The cluster; null for the default one.</param>
/// <param name="Service">The service's name or ARN.</param>
/// <param name="IsInactive">Whether the service is to be gone, not settled.</param>
internal sealed record ServiceGoal(string? Cluster, string Service, bool IsInactive)
{
    /// <summary>The deployment to complete; null takes the one that is primary when the wait begins.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>When that deployment was made: an older primary one only shows that reads lag behind.</summary>
    public DateTime? DeploymentCreatedAt { get; init; }

    public string Name => EcsArn.IdOf(Service);

    public static ServiceGoal Settled(string? cluster, string service) => new(cluster, service, IsInactive: false);

    /// <summary>Settled by the deployment that a change has just made primary, and by no later one.</summary>
    public static ServiceGoal Settled(Service service) => Settled(service.ClusterArn, service.ServiceArn!).PinnedTo(service);

    public static ServiceGoal Inactive(string? cluster, string service) => new(cluster, service, IsInactive: true);

    public static ServiceGoal Inactive(Service service) => Inactive(service.ClusterArn, service.ServiceArn!);

    /// <summary>The same goal by the deployment that is primary now.</summary>
    public ServiceGoal PinnedTo(Service service) => Primary(service) is { } primary ? this with { DeploymentId = primary.Id, DeploymentCreatedAt = primary.CreatedAt } : this;

    public static Deployment? Primary(Service service) => service.Deployments?.Find(d => d.Status == "PRIMARY");
}
