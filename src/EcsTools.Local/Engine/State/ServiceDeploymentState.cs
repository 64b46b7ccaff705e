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
    private bool IsRollingBack => Resource.Status is ServiceDeploymentStatus.RollbackRequested or ServiceDeploymentStatus.RollbackInProgress;

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

    /// <summary>Somebody stopped it: the service goes back to a revision.</summary>
    public void RollBack(EcsEngine engine, string revisionArn)
    {
        Resource.StoppedAt = engine.Now.UtcDateTime;
        Resource.Rollback = new() { Reason = "Service deployment was stopped by a user.", StartedAt = engine.Now.UtcDateTime, ServiceRevisionArn = revisionArn };
        Become(engine, ServiceDeploymentStatus.RollbackRequested, "Service deployment was stopped by a user.");
    }

    /// <summary>The service has reached a steady state.</summary>
    public void Complete(EcsEngine engine)
    {
        if (!IsUnderWay && !IsRollingBack) return;
        Resource.FinishedAt = engine.Now.UtcDateTime;
        Become(engine, IsRollingBack ? ServiceDeploymentStatus.RollbackSuccessful : ServiceDeploymentStatus.Successful, Resource.StatusReason);
    }

    /// <summary>Another took its place, or the service was deleted.</summary>
    public void GiveWay(EcsEngine engine, string reason)
    {
        if (!IsUnderWay && !IsRollingBack) return;
        Resource.StoppedAt ??= engine.Now.UtcDateTime;
        Resource.FinishedAt = engine.Now.UtcDateTime;
        Become(engine, IsRollingBack ? ServiceDeploymentStatus.RollbackFailed : ServiceDeploymentStatus.Stopped, reason);
    }

    /// <summary>What DescribeServiceDeployments answers now: the counts are those of this moment.</summary>
    public ServiceDeployment Describe(ServiceState service)
    {
        var answer = Resource.Copy();
        answer.SourceServiceRevisions = Resource.SourceServiceRevisions?.ConvertAll(service.Count);
        answer.TargetServiceRevision = service.Count(Resource.TargetServiceRevision!);
        return answer;
    }

    private void Become(EcsEngine engine, string status, string? reason = null)
    {
        Resource.Status = status;
        Resource.StatusReason = reason;
        Resource.UpdatedAt = engine.Now.UtcDateTime;
    }
}
