using EcsTools.Local.Http;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.State;

/// <summary>The health of a task, from that of its essential containers.</summary>
internal static class TaskHealth
{
    /// <summary>
    /// The health for the service scheduler, which ignores containers without health checks, and stopped containers.
    /// </summary>
    public static ServiceTaskHealth Of(TaskState task)
    {
        var worst = ServiceTaskHealth.Healthy;
        if (task.ContainerStates is null) return worst;
        foreach (var container in task.ContainerStates)
        {
            if (!container.IsEssential || container.Definition.HealthCheck is null) continue;
            var status = container.Resource.HealthStatus;
            if (status == HealthStatus.Unhealthy) return ServiceTaskHealth.Unhealthy;
            if (status != HealthStatus.Healthy) worst = ServiceTaskHealth.Unknown;
        }

        return worst;
    }

    /// <summary>The health in DescribeTasks, which omits containers without a health check.</summary>
    public static string Shown(TaskState task)
    {
        var checks = (task.ContainerStates ?? [])
            .Where(container => container.IsEssential && container.Definition.HealthCheck is not null)
            .Select(container => container.Resource.HealthStatus)
            .ToList();
        return checks.Contains(HealthStatus.Unhealthy) ? HealthStatus.Unhealthy
            : checks.Count > 0 && checks.TrueForAll(status => status == HealthStatus.Healthy) ? HealthStatus.Healthy
            : HealthStatus.Unknown;
    }
}
