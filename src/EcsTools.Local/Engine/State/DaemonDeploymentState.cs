using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A deployment of a daemon: it takes the instances to its revision, some at a time.</summary>
internal sealed class DaemonDeploymentState
{
    /// <summary>What DescribeDaemonDeployments answers; without the counts while it is in progress.</summary>
    [Always("daemonDeploymentArn", "clusterArn", "status", "circuitBreaker", "alarms", "createdAt")]
    public required DaemonDeployment Resource { get; set; }

    /// <summary>The ids of the instances that are being drained now.</summary>
    public List<string> Draining { get; set; } = [];

    [JsonIgnore]
    public string Arn => Resource.DaemonDeploymentArn!;

    /// <summary>The ARN of the revision that it brings; null for a deletion, which brings none.</summary>
    [JsonIgnore]
    public string? TargetArn => Resource.TargetDaemonRevision?.Arn;

    [JsonIgnore]
    public bool IsPendingOrInProgress => Resource.Status is DaemonDeploymentStatus.Pending or DaemonDeploymentStatus.InProgress;

    private DaemonState Daemon { get; set; } = null!;

    public void Link(DaemonState daemon) => Daemon = daemon;

    /// <summary>Ends it, with the counts as they are now.</summary>
    public void End(DateTimeOffset now, string status, string reason)
    {
        Draining = [];
        Resource = Describe();
        Resource.Status = status;
        Resource.StatusReason = reason;
        Resource.FinishedAt = now.UtcDateTime;
        Resource.CircuitBreaker = Ended(Resource.CircuitBreaker!);
        Resource.Alarms = Ended(Resource.Alarms!);
    }

    /// <summary>What DescribeDaemonDeployments answers now.</summary>
    public DaemonDeployment Describe()
    {
        var answer = Resource.Copy();
        if (!IsPendingOrInProgress) return answer;
        answer.TargetDaemonRevision = TargetArn is { } target ? Count(target) : null;
        answer.SourceDaemonRevisions = Resource.SourceDaemonRevisions!.ConvertAll(source => Count(source.Arn!));
        return answer;
    }

    /// <summary>The instances of a revision. An instance that drains to get its first revision counts too.</summary>
    public DaemonDeploymentRevisionDetail Count(string revisionArn)
    {
        var instances = Daemon.Cluster.Registered
            .Where(instance => (Daemon.Running.GetValueOrDefault(instance.Id) ?? (IsDraining(instance) ? TargetArn : null)) == revisionArn)
            .ToLookup(Daemon.ProviderOf);
        var providers = Daemon.CapacityProviderArns
            .Union(instances.Select(group => group.Key))
            .Select(arn => Count(arn, [.. instances[arn]]))
            .ToList();
        return new()
        {
            Arn = revisionArn,
            CapacityProviders = providers,
            TotalRunningInstanceCount = providers.Sum(provider => provider.RunningInstanceCount),
            TotalDrainingInstanceCount = providers.Sum(provider => provider.DrainingInstanceCount),
            TotalWithoutDaemonInstanceCount = providers.Sum(provider => provider.WithoutDaemonInstanceCount),
        };
    }

    private DaemonDeploymentCapacityProvider Count(string providerArn, List<InstanceState> instances)
    {
        var draining = instances.Count(IsDraining);
        var without = instances.Count(instance => !IsDraining(instance) && !Daemon.TasksOn(instance).Any());
        return new()
        {
            Arn = providerArn,
            RunningInstanceCount = instances.Count - draining - without,
            DrainingInstanceCount = draining,
            WithoutDaemonInstanceCount = without,
        };
    }

    private bool IsDraining(InstanceState instance) => Draining.Contains(instance.Id);

    private static DaemonCircuitBreaker Ended(DaemonCircuitBreaker breaker)
    {
        var ended = breaker.Copy();
        ended.Status = DaemonDeploymentRollbackMonitorsStatus.MonitoringComplete;
        return ended;
    }

    private static DaemonDeploymentAlarms Ended(DaemonDeploymentAlarms alarms)
    {
        var ended = alarms.Copy();
        if (alarms.Status == DaemonDeploymentRollbackMonitorsStatus.Monitoring)
            ended.Status = DaemonDeploymentRollbackMonitorsStatus.MonitoringComplete;
        return ended;
    }
}
