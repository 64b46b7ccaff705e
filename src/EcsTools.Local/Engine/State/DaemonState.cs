using System.Text.Json.Serialization;
using EcsTools.Local.Engine.Services;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A daemon: which revision of it each container instance runs, and the deployments that bring the instances there.</summary>
internal sealed class DaemonState : Timed
{
    /// <summary>What DescribeDaemon answers, without the revisions and their counts.</summary>
    [Always("daemonArn", "clusterArn", "status")]
    public required DaemonDetail Resource { get; init; }

    /// <summary>The request that created it, by which a repeat is recognized.</summary>
    [Always("daemonName")]
    public required CreateDaemonRequest Request { get; init; }

    public required List<string> CapacityProviderArns { get; set; }

    public required DaemonDeploymentConfiguration Configuration { get; set; }

    public List<Tag> Tags { get; set; } = [];

    /// <summary>Its settings at each deployment, oldest first.</summary>
    [Always("daemonRevisionArn", "daemonTaskDefinitionArn", "clusterArn", "createdAt")]
    public List<DaemonRevision> Revisions { get; init; } = [];

    /// <summary>Oldest first; only the last can be in progress.</summary>
    public List<DaemonDeploymentState> Deployments { get; init; } = [];

    /// <summary>The ARN of the revision that each instance runs, by the instance's id.</summary>
    public SortedDictionary<string, string> Running { get; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public ClusterState Cluster { get; private set; } = null!;

    [JsonIgnore]
    public string Name => Request.DaemonName!;

    /// <summary>The group of its tasks.</summary>
    [JsonIgnore]
    public string Group => $"daemon:{Name}";

    [JsonIgnore]
    public bool IsActive => Resource.Status == DaemonStatus.Active;

    [JsonIgnore]
    public DaemonDeploymentState Current => Deployments[^1];

    [JsonIgnore]
    public override string Title => Resource.DaemonArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    public void Link(ClusterState cluster)
    {
        if (Deployments.Count == 0) throw new StateException($"daemon {Name} has no deployment");
        Cluster = cluster;
        foreach (var deployment in Deployments) deployment.Link(this);
    }

    /// <summary>The ARN of the revision that an instance is to run; null for none.</summary>
    public string? DesiredRevision(InstanceState instance) =>
        CapacityProviderArns.Contains(ProviderOf(instance)) ? Current.TargetArn : null;

    /// <summary>The ARN of the capacity provider that brought an instance.</summary>
    public string ProviderOf(InstanceState instance) => Cluster.Region.Arn($"capacity-provider/{instance.Resource.CapacityProviderName}");

    /// <summary>The tasks of the daemon on an instance that have not stopped.</summary>
    public IEnumerable<TaskState> TasksOn(InstanceState instance) =>
        instance.Tasks.Where(task => !task.IsStopped && task.DaemonRevision is not null && task.Resource.Group == Group);

    /// <summary>Whether an instance runs from a daemon task definition, or is to.</summary>
    public bool Uses(string definitionArn) =>
        Revisions.Exists(revision => revision.DaemonTaskDefinitionArn == definitionArn && IsCurrent(revision));

    /// <summary>What DescribeDaemon answers now.</summary>
    public DaemonDetail Describe()
    {
        var answer = Resource.Copy();
        answer.CurrentRevisions = Revisions.FindAll(IsCurrent).ConvertAll(revision => Count(revision.DaemonRevisionArn!));
        return answer;
    }

    private bool IsCurrent(DaemonRevision revision) =>
        revision.DaemonRevisionArn == Current.TargetArn || Running.ContainsValue(revision.DaemonRevisionArn!);

    private DaemonRevisionDetail Count(string revisionArn)
    {
        var counts = Current.Count(revisionArn);
        return new()
        {
            Arn = revisionArn,
            CapacityProviders = counts.CapacityProviders!.ConvertAll(provider => new DaemonCapacityProvider
            {
                Arn = provider.Arn,
                RunningCount = provider.RunningInstanceCount,
                WithoutDaemonCount = provider.WithoutDaemonInstanceCount,
            }),
            TotalRunningCount = counts.TotalRunningInstanceCount,
            TotalWithoutDaemonCount = counts.TotalWithoutDaemonInstanceCount,
        };
    }
}
