using System.Text.Json.Serialization;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.State;

/// <summary>The record of one rollout of a service: from which revisions, to which, how far it is, and how it went.</summary>
internal sealed class ServiceDeploymentState
{
    /// <summary>What DescribeServiceDeployments answers, without the counts.</summary>
    [Always("serviceDeploymentArn", "serviceArn", "clusterArn", "status", "targetServiceRevision.arn", "createdAt", "updatedAt")]
    public required ServiceDeployment Resource { get; init; }

    /// <summary>When the stage, or the step of the shift of traffic, began; null before the first.</summary>
    public DateTimeOffset? StageBeganAt { get; set; }

    /// <summary>The step of the shift of production traffic, from 0.</summary>
    public int Step { get; set; }

    [JsonIgnore]
    public string Arn => Resource.ServiceDeploymentArn!;

    /// <summary>Whether it rolls out what it was made for; not yet over, and not on its way back.</summary>
    [JsonIgnore]
    public bool IsPendingOrInProgress => Resource.Status is ServiceDeploymentStatus.Pending or ServiceDeploymentStatus.InProgress;

    [JsonIgnore]
    public bool IsInProgress => Resource.Status == ServiceDeploymentStatus.InProgress;

    [JsonIgnore]
    public bool IsRollingBack => Resource.Status is ServiceDeploymentStatus.RollbackRequested or ServiceDeploymentStatus.RollbackInProgress;

    [JsonIgnore]
    public bool IsFinished => Resource.FinishedAt is not null;

    /// <summary>The stage that it is at, once it is in progress.</summary>
    [JsonIgnore]
    public DeploymentStage Stage => WireNames.FromWire<DeploymentStage>(Resource.LifecycleStage);

    /// <summary>Whether the new revision runs in parallel with the old one, and traffic then shifts.</summary>
    [JsonIgnore]
    public bool ShiftsTraffic => Resource.DeploymentConfiguration?.Strategy is not (null or DeploymentStrategy.Rolling);

    /// <summary>The ARN of the revision that the service had before; null when it is new.</summary>
    [JsonIgnore]
    public string? Source => Resource.SourceServiceRevisions?.FirstOrDefault()?.Arn;

    /// <summary>The ARN of the revision that the service has come to by it, forward or back; null when it has not.</summary>
    [JsonIgnore]
    public string? Completed => Resource.Status switch
    {
        ServiceDeploymentStatus.Successful => Resource.TargetServiceRevision!.Arn,
        ServiceDeploymentStatus.RollbackSuccessful => Resource.Rollback!.ServiceRevisionArn,
        _ => null,
    };

    /// <summary>The scheduler has reached it. Returns whether its rollout begins.</summary>
    public bool Begin(DateTimeOffset now)
    {
        switch (Resource.Status)
        {
            case ServiceDeploymentStatus.Pending:
                Resource.StartedAt = now.UtcDateTime;
                TransitionTo(now, ServiceDeploymentStatus.InProgress);
                return true;
            case ServiceDeploymentStatus.RollbackRequested: TransitionTo(
                now, ServiceDeploymentStatus.RollbackInProgress, Resource.StatusReason); break;
            case ServiceDeploymentStatus.StopRequested: End(now, ServiceDeploymentStatus.Stopped, Resource.StatusReason!); break;
        }

        return false;
    }

    /// <summary>The service goes back to a revision: as soon as the scheduler turns to it (ROLLBACK_REQUESTED), or now.</summary>
    public void RollBack(DateTimeOffset now, string revisionArn, string status, string reason)
    {
        Resource.StoppedAt = now.UtcDateTime;
        Resource.Rollback = new() { Reason = reason, StartedAt = now.UtcDateTime, ServiceRevisionArn = revisionArn };
        TransitionTo(now, status, reason);
    }

    /// <summary>A user requested that it stop.</summary>
    public void Abort(DateTimeOffset now, string reason)
    {
        Resource.StoppedAt = now.UtcDateTime;
        TransitionTo(now, ServiceDeploymentStatus.StopRequested, reason);
    }

    /// <summary>The service has come to where it should be.</summary>
    public void Complete(DateTimeOffset now)
    {
        Resource.FinishedAt = now.UtcDateTime;
        Resource.Alarms = Ended(Resource.Alarms);
        TransitionTo(
            now, IsRollingBack ? ServiceDeploymentStatus.RollbackSuccessful : ServiceDeploymentStatus.Successful, Resource.StatusReason);
    }

    /// <summary>It was superseded, or the service was deleted.</summary>
    public void Supersede(DateTimeOffset now, string reason)
    {
        if (!IsFinished) End(now, IsRollingBack ? ServiceDeploymentStatus.RollbackFailed : ServiceDeploymentStatus.Stopped, reason);
    }

    /// <summary>It is over, and the service has not come to where it should be.</summary>
    public void End(DateTimeOffset now, string status, string reason)
    {
        Resource.StoppedAt ??= now.UtcDateTime;
        Resource.FinishedAt = now.UtcDateTime;
        TransitionTo(now, status, reason);
    }

    /// <summary>What DescribeServiceDeployments answers now: the counts are those of this moment.</summary>
    public ServiceDeployment Describe(ServiceState service)
    {
        var answer = Resource.Copy();
        answer.SourceServiceRevisions = Resource.SourceServiceRevisions?.ConvertAll(service.Count);
        answer.TargetServiceRevision = service.Count(Resource.TargetServiceRevision!);
        return answer;
    }

    private static ServiceDeploymentAlarms? Ended(ServiceDeploymentAlarms? alarms)
    {
        if (alarms?.Status != ServiceDeploymentRollbackMonitorsStatus.Monitoring) return alarms;
        var ended = alarms.Copy();
        ended.Status = ServiceDeploymentRollbackMonitorsStatus.MonitoringComplete;
        return ended;
    }

    private void TransitionTo(DateTimeOffset now, string status, string? reason = null)
    {
        Resource.Status = status;
        Resource.StatusReason = reason;
        Resource.UpdatedAt = now.UtcDateTime;
    }
}
