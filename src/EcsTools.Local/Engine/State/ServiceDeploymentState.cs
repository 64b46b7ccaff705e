using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>The record of one rollout of a service: from which revisions, to which, and how it went.</summary>
internal sealed class ServiceDeploymentState
{
    /// <summary>What DescribeServiceDeployments answers, without the counts.</summary>
    public required ServiceDeployment Resource { get; init; }

    [JsonIgnore]
    public string Arn => Resource.ServiceDeploymentArn!;

    /// <summary>Whether it rolls out what it was made for; not yet over, and not on its way back.</summary>
    [JsonIgnore]
    public bool IsUnderWay => Resource.Status is ServiceDeploymentStatus.Pending or ServiceDeploymentStatus.InProgress;

    [JsonIgnore]
    public bool IsRollingBack => Resource.Status is ServiceDeploymentStatus.RollbackRequested or ServiceDeploymentStatus.RollbackInProgress;

    /// <summary>The ARN of the revision that the service has come to by it, forward or back; null when it has not.</summary>
    [JsonIgnore]
    public string? Completed => Resource.Status switch
    {
        ServiceDeploymentStatus.Successful => Resource.TargetServiceRevision!.Arn,
        ServiceDeploymentStatus.RollbackSuccessful => Resource.Rollback!.ServiceRevisionArn,
        _ => null,
    };

    /// <summary>The scheduler has turned to it.</summary>
    public void Begin(EcsEngine engine)
    {
        if (Resource.Status == ServiceDeploymentStatus.Pending)
        {
            Resource.StartedAt = engine.Now.UtcDateTime;
            Become(engine, ServiceDeploymentStatus.InProgress);
        }
        else if (Resource.Status == ServiceDeploymentStatus.RollbackRequested)
        {
            Become(engine, ServiceDeploymentStatus.RollbackInProgress);
        }
    }

    /// <summary>The service goes back to a revision: as soon as the scheduler turns to it (ROLLBACK_REQUESTED), or now.</summary>
    public void RollBack(EcsEngine engine, string revisionArn, string status, string reason)
    {
        Resource.StoppedAt = engine.Now.UtcDateTime;
        Resource.Rollback = new() { Reason = reason, StartedAt = engine.Now.UtcDateTime, ServiceRevisionArn = revisionArn };
        Become(engine, status, reason);
    }

    /// <summary>It has failed, and the service is left as it is.</summary>
    public void Fail(EcsEngine engine, string status, string reason)
    {
        Resource.StoppedAt ??= engine.Now.UtcDateTime;
        Resource.FinishedAt = engine.Now.UtcDateTime;
        Become(engine, status, reason);
    }

    /// <summary>The service has reached a steady state.</summary>
    public void Complete(EcsEngine engine)
    {
        if (!IsUnderWay && !IsRollingBack) return;
        Resource.FinishedAt = engine.Now.UtcDateTime;
        Resource.Alarms = Ended(Resource.Alarms);
        Become(engine, IsRollingBack ? ServiceDeploymentStatus.RollbackSuccessful : ServiceDeploymentStatus.Successful, Resource.StatusReason);
    }

    /// <summary>Another took its place, or the service was deleted.</summary>
    public void GiveWay(EcsEngine engine, string reason)
    {
        if (!IsUnderWay && !IsRollingBack) return;
        Fail(engine, IsRollingBack ? ServiceDeploymentStatus.RollbackFailed : ServiceDeploymentStatus.Stopped, reason);
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

    private void Become(EcsEngine engine, string status, string? reason = null)
    {
        Resource.Status = status;
        Resource.StatusReason = reason;
        Resource.UpdatedAt = engine.Now.UtcDateTime;
    }
}
