using EcsTools.Local.Api;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The health of a container as its checks find it, and what follows from it for the task and its service.</summary>
internal static class ContainerHealth
{
    /// <summary>When the checks find something else; null when nothing checks the container, or nothing changes any more.</summary>
    public static DateTimeOffset? Changes(EcsEngine engine, ContainerState container)
    {
        if (container.Definition.HealthCheck is not { } check) return null;
        return HealthChecks.Next(check, container.Behavior, Age(engine, container)) is { } at ? container.RunningAt + at : null;
    }

    /// <summary>Takes over what the checks have found until now.</summary>
    public static void Check(EcsEngine engine, ContainerState container)
    {
        if (container.Definition.HealthCheck is not { } check) return;
        var status = HealthChecks.StatusAt(check, container.Behavior, Age(engine, container));
        if (status != container.Resource.HealthStatus) TransitionTo(engine, container, status);
    }

    public static void TransitionTo(EcsEngine engine, ContainerState container, string status)
    {
        var task = container.Task;
        task.ChangeContainer(container.Name, changed => changed.HealthStatus = status);
        task.Resource.HealthStatus = TaskHealth.Shown(task);
        engine.WakeService(task);
    }

    private static TimeSpan Age(EcsEngine engine, ContainerState container) => engine.Now - container.RunningAt.GetValueOrDefault();
}
