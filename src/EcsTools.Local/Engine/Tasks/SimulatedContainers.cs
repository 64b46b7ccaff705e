using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The behavior of the containers of a new task, if it's more than starting, running, and stopping together.</summary>
internal static class SimulatedContainers
{
    private static readonly ContainerBehavior Usual = new();

    /// <summary>The states of the containers; null if the task needs none.</summary>
    public static List<ContainerState>? Of(BehaviorsState behaviors, TaskLaunch launch)
    {
        var definitions = launch.Definition.Resource.ContainerDefinitions ?? [];
        var areRequired = AreRequired(launch.Definition.Resource);
        if (behaviors.Tasks.Count == 0 && !areRequired) return null;
        var containers = definitions.ConvertAll(container =>
            new ContainerState { Name = container.Name!, Behavior = Of(behaviors, launch, container) });
        Count(behaviors, launch);
        return areRequired || containers.Exists(container => container.Behavior != Usual) ? containers : null;
    }

    /// <summary>Whether containers of the definition depend on each other or are checked.</summary>
    public static bool AreRequired(TaskDefinition? definition) =>
        definition?.ContainerDefinitions?.Exists(container =>
            container.DependsOn is { Count: > 0 } || container.HealthCheck is not null) == true;

    private static ContainerBehavior Of(BehaviorsState behaviors, TaskLaunch launch, ContainerDefinition container) =>
        behaviors.Tasks
            .Where(behavior => AppliesTo(behavior, launch, container))
            .Aggregate(Usual, (earlier, behavior) => behavior.Over(earlier));

    private static void Count(BehaviorsState behaviors, TaskLaunch launch)
    {
        for (var i = 0; i < behaviors.Tasks.Count; i++)
        {
            var behavior = behaviors.Tasks[i];
            if (launch.Definition.Resource.ContainerDefinitions?.Exists(container => AppliesTo(behavior, launch, container)) == true)
                behaviors.Tasks[i] = behavior with { AppliedCount = behavior.AppliedCount + 1 };
        }
    }

    private static bool AppliesTo(TaskBehavior behavior, TaskLaunch launch, ContainerDefinition container) =>
        !behavior.IsUsedUp && behavior.IsOf(launch.Definition.Resource.Family, container.Image, launch.Service?.Name, container.Name);
}
