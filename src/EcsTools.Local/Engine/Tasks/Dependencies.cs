using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The dependencies between the containers of a task. A task stops them in reverse order.</summary>
internal static class Dependencies
{
    /// <summary>Whether all dependencies of a container are met.</summary>
    public static bool AreMet(ContainerState container) => Of(container).All(IsMet);

    /// <summary>The dependency of a container that can never be met; null if there is none.</summary>
    public static ContainerDependency? Hopeless(ContainerState container, DateTimeOffset now) =>
        Of(container)
            .Where(on => !IsMet(on) && (on.Container.IsStopped || Deadline(on.Container) <= now))
            .Select(on => on.Dependency)
            .FirstOrDefault();

    /// <summary>Whether others wait for something of a container that is yet to come.</summary>
    public static bool IsAwaited(ContainerState container) =>
        Others(container).Any(other =>
            other.Phase == ContainerPhase.Waiting && Of(other).Any(on => on.Container == container && !IsMet(on)));

    /// <summary>Whether a container that runs depends on this one, which therefore must outlive it.</summary>
    public static bool IsNeeded(ContainerState container) =>
        Others(container).Any(other => other.IsRunning && Of(other).Any(on => on.Container == container));

    /// <summary>When those that wait for a container give up; null where it has no start timeout, or was not started.</summary>
    public static DateTimeOffset? Deadline(ContainerState container) =>
        container.Definition.StartTimeout is { } seconds ? container.StartingAt + TimeSpan.FromSeconds(seconds) : null;

    private static bool IsMet((ContainerDependency Dependency, ContainerState Container) on) => on.Dependency.Condition switch
    {
        ContainerCondition.Start => on.Container.RunningAt is not null,
        ContainerCondition.Complete => on.Container.IsStopped && on.Container.RunningAt is not null,
        ContainerCondition.Success => on.Container.IsStopped && on.Container.Resource.ExitCode == 0,
        _ => on.Container.Phase == ContainerPhase.Running && on.Container.Resource.HealthStatus == HealthStatus.Healthy,
    };

    private static IEnumerable<(ContainerDependency Dependency, ContainerState Container)> Of(ContainerState container) =>
        from dependency in container.Definition.DependsOn ?? []
        select (dependency, container.Task.ContainerStates!.Find(other => other.Name == dependency.ContainerName)!);

    private static IEnumerable<ContainerState> Others(ContainerState container) =>
        container.Task.ContainerStates!.Where(other => other != container);
}
