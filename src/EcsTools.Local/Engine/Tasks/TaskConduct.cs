using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The behavior of the containers of a new task, if it's more than starting, running, and stopping together.</summary>
internal static class TaskConduct
{
    private static readonly ContainerConduct Usual = new();

    /// <summary>The containers to be followed one by one; null where the task needs none of that.</summary>
    public static List<ContainerState>? Of(BehaviorsState behaviors, TaskLaunch launch)
    {
        var definitions = launch.Definition.Resource.ContainerDefinitions ?? [];
        var mustBeFollowed = MustBeFollowed(launch.Definition.Resource);
        if (behaviors.Tasks.Count == 0 && !mustBeFollowed) return null;
        var containers = definitions.ConvertAll(container => new ContainerState { Name = container.Name!, Conduct = Of(behaviors, launch, container) });
        Count(behaviors, launch);
        return mustBeFollowed || containers.Exists(container => container.Conduct != Usual) ? containers : null;
    }

    /// <summary>Whether containers of the definition depend on each other or are checked.</summary>
    public static bool MustBeFollowed(TaskDefinition? definition) =>
        definition?.ContainerDefinitions?.Exists(container => container.DependsOn is { Count: > 0 } || container.HealthCheck is not null) == true;

    private static ContainerConduct Of(BehaviorsState behaviors, TaskLaunch launch, ContainerDefinition container) =>
        behaviors.Tasks.Where(behavior => Concerns(behavior, launch, container)).Aggregate(Usual, (earlier, behavior) => behavior.Over(earlier));

    private static void Count(BehaviorsState behaviors, TaskLaunch launch)
    {
        for (var i = 0; i < behaviors.Tasks.Count; i++)
        {
            var behavior = behaviors.Tasks[i];
            if (launch.Definition.Resource.ContainerDefinitions?.Exists(container => Concerns(behavior, launch, container)) == true)
                behaviors.Tasks[i] = behavior with { Taken = behavior.Taken + 1 };
        }
    }

    private static bool Concerns(TaskBehavior behavior, TaskLaunch launch, ContainerDefinition container) =>
        !behavior.IsUsedUp && behavior.IsOf(launch.Definition.Resource.Family, container.Image, launch.Service?.Name, container.Name);
}
