using EcsTools.Forecast.Descriptions;
using EcsTools.Local.Engine.Services;
using EcsTools.Model;

namespace EcsTools.Show.Pictures;

/// <summary>Services as rows: counts, and revision against revision during a rollout.</summary>
internal static class ServiceRows
{
    public static IEnumerable<DrawnService> Of(DescribedCluster seen, string cluster)
    {
        var deployments = seen.ServiceDeployments.ToDictionary(deployment => deployment.ServiceDeploymentArn!);
        foreach (var service in seen.Services.OrderBy(service => service.ServiceName, StringComparer.Ordinal))
            yield return Row(
                service, cluster, service.CurrentServiceDeployment is { } current ? deployments.GetValueOrDefault(current) : null);
    }

    private static DrawnService Row(Service service, string cluster, ServiceDeployment? current)
    {
        var desired = service.DesiredCount ?? 0;
        var percents = service.DeploymentConfiguration;
        return new(
            $"{cluster}/{service.ServiceName}",
            cluster,
            service.ServiceName!,
            service.Status,
            service.SchedulingStrategy,
            desired,
            service.RunningCount ?? 0,
            service.PendingCount ?? 0,
            (int)Math.Ceiling(desired * (percents?.MinimumHealthyPercent ?? 100) / 100.0),
            desired * (percents?.MaximumPercent ?? 200) / 100,
            service.TaskSets is { Count: > 0 } sets
                ? sets.ConvertAll(TaskSet)
                : (service.Deployments ?? []).ConvertAll(deployment => Deployment(service, deployment, current)),
            current is null
                ? null
                : new(
                    current.Status,
                    current.LifecycleStage,
                    current.DeploymentCircuitBreaker?.FailureCount,
                    current.DeploymentCircuitBreaker?.Threshold),
            Picture.Beginning((service.Events ?? []).MaxBy(e => e.CreatedAt)?.Message));
    }

    private static DrawnDeployment Deployment(Service service, Deployment deployment, ServiceDeployment? current) => new(
        deployment.Id!,
        EcsArn.IdOf(deployment.TaskDefinition ?? "?"),
        deployment.Status,
        deployment.RolloutState,
        deployment.DesiredCount ?? 0,
        deployment.RunningCount ?? 0,
        deployment.PendingCount ?? 0,
        deployment.FailedTasks ?? 0,
        Traffic(service, deployment, current));

    private static DrawnDeployment TaskSet(TaskSet set) => new(
        set.Id!,
        EcsArn.IdOf(set.TaskDefinition ?? "?"),
        set.Status,
        set.StabilityStatus,
        set.ComputedDesiredCount ?? 0,
        set.RunningCount ?? 0,
        set.PendingCount ?? 0,
        0,
        null);

    /// <summary>The production traffic of a deployment in percent, while a service deployment shifts it.</summary>
    private static double? Traffic(Service service, Deployment deployment, ServiceDeployment? current)
    {
        if (current is null || service.Deployments is not { Count: > 1 }) return null;
        return deployment.Status == "PRIMARY"
            ? current.TargetServiceRevision?.RequestedProductionTrafficWeight
            : current.SourceServiceRevisions?.FirstOrDefault()?.RequestedProductionTrafficWeight;
    }
}
