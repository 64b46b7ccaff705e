using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>The description of a service.</summary>
internal static class ServiceDescriptions
{
    /// <summary>What DescribeServices answers now.</summary>
    public static Service Describe(this ServiceState service, bool withTags)
    {
        var answer = service.Resource.Copy();
        answer.Deployments = service.Deployments.ConvertAll(deployment => deployment.Describe());
        answer.CurrentServiceDeployment = service.ServiceDeployments.LastOrDefault() is { IsFinished: false } current ? current.Arn : null;
        answer.CurrentServiceRevisions = service.IsRolledOutByEcs ? service.Deployments.ConvertAll(Summary) : null;
        answer.TaskSets = service.IsRolledOutByEcs ? null : service.TaskSets.ConvertAll(taskSet => taskSet.Describe(withTags));
        answer.Events = service.Events;
        answer.RunningCount = service.Sources.Sum(source => source.Counts.Running);
        answer.PendingCount = service.Sources.Sum(source => source.Counts.Pending);
        if (!withTags) answer.Tags = null;
        return answer;
    }

    /// <summary>The response to a change of the service, which doesn't include the new deployment yet.</summary>
    public static Service Changed(this ServiceState service, bool withTags = false)
    {
        var answer = service.Describe(withTags);
        answer.CurrentServiceDeployment = null;
        return answer;
    }

    /// <summary>A revision with the numbers of tasks that its deployment has of it now.</summary>
    public static ServiceRevisionSummary Count(this ServiceState service, ServiceRevisionSummary revision)
    {
        var deployment = service.Deployments.Find(deployment => deployment.RevisionArn == revision.Arn);
        var counted = revision.Copy();
        counted.RequestedTaskCount = deployment?.Resource.DesiredCount ?? 0;
        counted.RunningTaskCount = deployment?.Counts.Running ?? 0;
        counted.PendingTaskCount = deployment?.Counts.Pending ?? 0;
        counted.RequestedTestTrafficWeight = deployment?.TestWeight;
        counted.RequestedProductionTrafficWeight = deployment?.ProductionWeight;
        return counted;
    }

    private static ServiceCurrentRevisionSummary Summary(DeploymentState deployment) => new()
    {
        Arn = deployment.RevisionArn,
        RequestedTaskCount = deployment.Resource.DesiredCount,
        RunningTaskCount = deployment.Counts.Running,
        PendingTaskCount = deployment.Counts.Pending,
    };
}
