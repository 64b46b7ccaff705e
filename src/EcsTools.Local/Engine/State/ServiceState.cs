using System.Text.Json.Serialization;
using EcsTools.Local.Engine.Services;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A service, its deployments (the primary one first) or task sets, and its events (the newest first).</summary>
internal sealed class ServiceState : Timed
{
    /// <summary>What DescribeServices answers, without deployments, events and counts.</summary>
    [Always("serviceName", "serviceArn", "clusterArn", "status", "createdAt", "deploymentConfiguration")]
    public required Service Resource { get; set; }

    /// <summary>The request that created it, by which a repeat is recognized.</summary>
    public required CreateServiceRequest Request { get; init; }

    /// <summary>The additional state of an Express service; null for other services.</summary>
    public ExpressState? Express { get; set; }

    /// <summary>How it takes part in Service Connect, which only its deployments and revisions show.</summary>
    public ServiceConnectConfiguration? ServiceConnect { get; set; }

    /// <summary>How it is monitored, which only its revisions show.</summary>
    public MonitoringConfiguration? Monitoring { get; set; }

    /// <summary>The volumes of its tasks, which only its deployments and revisions show.</summary>
    public List<ServiceVolumeConfiguration>? Volumes { get; set; }

    /// <summary>Its VPC Lattice target groups, which only its deployments and revisions show.</summary>
    public List<VpcLatticeConfiguration>? Lattice { get; set; }

    /// <summary>Its connectors of gateways, which only its revisions show.</summary>
    public List<GatewayConnector>? Connectors { get; set; }

    public List<DeploymentState> Deployments { get; init; } = [];

    /// <summary>Its task sets, the oldest first, where ECS does not control its deployments.</summary>
    public List<TaskSetState> TaskSets { get; init; } = [];

    /// <summary>The service deployments so far, oldest first.</summary>
    [Always("serviceRevisionArn", "serviceArn", "clusterArn", "taskDefinition", "createdAt")]
    public List<ServiceRevision> Revisions { get; init; } = [];

    /// <summary>The rollouts so far, the oldest first. The last is the current one.</summary>
    public List<ServiceDeploymentState> ServiceDeployments { get; init; } = [];

    [Always("id", "createdAt", "message")]
    public List<ServiceEvent> Events { get; set; } = [];

    /// <summary>Whether it has reported a steady state since its last change.</summary>
    public bool IsSteady { get; set; }

    /// <summary>Whether the last try to place a task found no instance.</summary>
    [JsonInclude]
    public bool IsWaitingForCapacity { get; private set; }

    /// <summary>Whether tasks that should go stay because they are protected.</summary>
    [JsonPropertyName("isHeldByProtection")]
    public bool IsBlockedByProtection { get; set; }

    /// <summary>Whether its tasks are being rebalanced over Availability Zones, and the event was published.</summary>
    public bool IsRebalancing { get; set; }

    /// <summary>The id of the task that was started to be stopped elsewhere once it is healthy; null when none was.</summary>
    public string? MovingTask { get; set; }

    /// <summary>How many tasks in a row did not come to run.</summary>
    public int FailedStarts { get; set; }

    /// <summary>Until when no task is started because the last ones did not come to run; null when tasks are started at once.</summary>
    public DateTimeOffset? ThrottledUntil { get; set; }

    /// <summary>The last warning event, and when it was published.</summary>
    [JsonPropertyName("complaint")]
    public string? LastWarning { get; set; }

    [JsonPropertyName("complainedAt")]
    public DateTimeOffset? LastWarningAt { get; set; }

    [JsonIgnore]
    public ClusterState Cluster { get; private set; } = null!;

    [JsonIgnore]
    public string Name => Resource.ServiceName!;

    [JsonIgnore]
    public string Group => TaskGroup.OfService(Name);

    /// <summary>The namespace that it takes part in: its own choice, else its cluster's.</summary>
    [JsonIgnore]
    public string? Namespace =>
        ServiceConnect?.Enabled == true ? ServiceConnect.Namespace ?? Cluster.Resource.ServiceConnectDefaults?.Namespace : null;

    [JsonIgnore]
    public bool IsActive => Resource.Status == "ACTIVE";

    [JsonIgnore]
    public bool IsInactive => Resource.Status == "INACTIVE";

    /// <summary>Whether ECS rolls its deployments out. Otherwise it has task sets, which an external system creates and scales.</summary>
    [JsonIgnore]
    public bool IsRolledOutByEcs => Resource.DeploymentController?.Type is null or DeploymentControllerType.Ecs;

    /// <summary>The load balancers that the tasks of a deployment or task set are registered with.</summary>
    public IReadOnlyList<LoadBalancer> LoadBalancersOf(TaskSourceState source) =>
        (source is TaskSetState taskSet ? taskSet.Resource.LoadBalancers : Resource.LoadBalancers) ?? [];

    /// <summary>All that starts tasks for it.</summary>
    [JsonIgnore]
    public IEnumerable<TaskSourceState> Sources => Deployments.AsEnumerable<TaskSourceState>().Concat(TaskSets);

    [JsonIgnore]
    public bool IsDaemon => Resource.SchedulingStrategy == SchedulingStrategy.Daemon;

    /// <summary>Its tasks that have not stopped, the oldest first.</summary>
    [JsonIgnore]
    public IEnumerable<TaskState> AliveTasks => Sources.Select(source => source.Alive).Merge();

    /// <summary>The ARN of the revision that a deployment last completed; null when none has.</summary>
    [JsonIgnore]
    public string? LastCompleted => ServiceDeployments.FindLast(deployment => deployment.Completed is not null)?.Completed;

    /// <summary>Whether tasks that do not come to run hold it back.</summary>
    public bool IsThrottled(DateTimeOffset now) => ThrottledUntil > now;

    /// <summary>Whether it has all that it should have, and nothing else.</summary>
    [JsonIgnore]
    public bool HasReached => Deployments.Count == 1 && Primary.HasReached(Resource.DesiredCount ?? 0);

    [JsonIgnore]
    public DeploymentState Primary => Deployments[0];

    [JsonIgnore]
    public override string Title => Resource.ServiceArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    /// <summary>Finds what it names.</summary>
    /// <exception cref="StateException">It names something that is not there.</exception>
    public void Link(ClusterState cluster)
    {
        if (!IsInactive && IsRolledOutByEcs && (Deployments.Count == 0 || ServiceDeployments.Count == 0))
            throw new StateException($"service {Name} has no deployment");
        foreach (var deployment in Deployments)
        {
            if (!IsInactive && cluster.Region.FindDefinition(deployment.Resource.TaskDefinition ?? "") is null)
                throw new StateException($"deployment {deployment.Id} is of task definition {deployment.Resource.TaskDefinition}, which doesn't exist");
        }

        foreach (var serviceDeployment in ServiceDeployments.Where(serviceDeployment => serviceDeployment.IsInProgress))
            _ = serviceDeployment.Stage;
        Cluster = cluster;
        WaitForCapacity(IsWaitingForCapacity);
    }

    /// <summary>Asks to be woken when capacity becomes free, or takes that back.</summary>
    public void WaitForCapacity(bool isWaiting)
    {
        IsWaitingForCapacity = isWaiting;
        if (isWaiting) Cluster.Waiting[Name] = this;
        else Cluster.Waiting.Remove(Name);
    }

    /// <summary>Lets tasks be started at once again.</summary>
    public void Unthrottle()
    {
        FailedStarts = 0;
        ThrottledUntil = null;
    }

    /// <summary>Ends a service whose last task has stopped. It keeps its deployments and tags but loses its events.</summary>
    public void Deactivate()
    {
        Resource.Status = "INACTIVE";
        Events = [];
        Unthrottle();
        DueAt = null; // another of its name may come
    }
}
