using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>The service deployments and revisions of a service, as they were described.</summary>
internal sealed class DescribedRecords(DescribedCluster described, Service service)
{
    private readonly List<ServiceRevision> revisions = [.. described.ServiceRevisions
        .Where(revision => revision.ServiceArn == service.ServiceArn)
        .OrderBy(revision => revision.CreatedAt)
        .Select(revision => revision.Copy())];

    /// <summary>The service deployments, the oldest first. ECS lists the newest first, also of those that began together.</summary>
    public List<ServiceDeployment> Deployments { get; } = [.. described.ServiceDeployments
        .Reverse()
        .Where(deployment => deployment.ServiceArn == service.ServiceArn)
        .OrderBy(deployment => deployment.CreatedAt)
        .Select(deployment => deployment.Copy())];

    /// <summary>The revisions, the oldest first.</summary>
    public IReadOnlyList<ServiceRevision> Revisions => revisions;

    /// <summary>
    /// The revision of a deployment. ECS lists the current revisions and the deployments, but doesn't link them: they're matched by order,
    /// or else by task definition.
    /// </summary>
    public ServiceRevision? RevisionOf(Deployment deployment)
    {
        var current = service.CurrentServiceRevisions ?? [];
        var place = service.Deployments!.IndexOf(deployment);
        var beside = current.Count == service.Deployments.Count ? Find(current[place].Arn) : null;
        return beside?.TaskDefinition == deployment.TaskDefinition ? beside
            : current.Select(summary => Find(summary.Arn)).LastOrDefault(revision => revision?.TaskDefinition == deployment.TaskDefinition)
            ?? revisions.FindLast(revision => revision.TaskDefinition == deployment.TaskDefinition);
    }

    /// <summary>The traffic that a revision gets in the current service deployment.</summary>
    public ServiceRevisionSummary? TrafficOf(string revisionArn)
    {
        if (Deployments.LastOrDefault() is not { } current) return null;
        return current.TargetServiceRevision?.Arn == revisionArn
            ? current.TargetServiceRevision
            : current.SourceServiceRevisions?.Find(source => source.Arn == revisionArn);
    }

    private ServiceRevision? Find(string? arn) => revisions.Find(revision => revision.ServiceRevisionArn == arn);
}
