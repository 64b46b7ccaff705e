using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>A cluster as the API describes it, with all that decides what becomes of its tasks.</summary>
public sealed record DescribedCluster
{
    /// <summary>The cluster itself.</summary>
    public required Cluster Cluster { get; init; }

    /// <summary>The time of the cluster's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Its container instances.</summary>
    public IReadOnlyList<ContainerInstance> Instances { get; init; } = [];

    /// <summary>Its services.</summary>
    public IReadOnlyList<Service> Services { get; init; } = [];

    /// <summary>Its tasks.</summary>
    public IReadOnlyList<EcsTask> Tasks { get; init; } = [];

    /// <summary>Every task definition that a task or a deployment is of, and any that is to be tried.</summary>
    public IReadOnlyList<TaskDefinition> TaskDefinitions { get; init; } = [];

    /// <summary>Its capacity providers but for those of Fargate.</summary>
    public IReadOnlyList<CapacityProvider> CapacityProviders { get; init; } = [];

    /// <summary>Service deployments, as far as they were asked for.</summary>
    public IReadOnlyList<ServiceDeployment> ServiceDeployments { get; init; } = [];

    /// <summary>Service revisions, as far as they were asked for.</summary>
    public IReadOnlyList<ServiceRevision> ServiceRevisions { get; init; } = [];

    /// <summary>Its daemons, as far as they were asked for.</summary>
    public IReadOnlyList<DescribedDaemon> Daemons { get; init; } = [];

    /// <summary>The task definitions of its daemons.</summary>
    public IReadOnlyList<DaemonTaskDefinition> DaemonTaskDefinitions { get; init; } = [];

    /// <summary>The additional facts of its Express services, if they were read.</summary>
    public IReadOnlyList<ECSExpressGatewayService> ExpressServices { get; init; } = [];

    /// <summary>The protection of tasks, as far as it was asked for.</summary>
    public IReadOnlyList<ProtectedTask> Protections { get; init; } = [];
}
