namespace EcsTools.Local.Behaviors;

/// <summary>The configured behaviors of a local ECS, earliest first.</summary>
public sealed record LocalBehaviors
{
    /// <summary>
    /// The behaviors of containers. If several apply to one container, the later one takes precedence for the settings that it specifies.
    /// </summary>
    public IReadOnlyList<TaskBehavior> Tasks { get; init; } = [];

    /// <summary>The behaviors of container instances.</summary>
    public IReadOnlyList<InstanceBehavior> Instances { get; init; } = [];

    /// <summary>How the API answers. Latencies add up; the first behavior that refuses a call decides.</summary>
    public IReadOnlyList<ApiBehavior> Api { get; init; } = [];

    /// <summary>The behaviors of commands. If several apply to one command, the later one takes precedence.</summary>
    public IReadOnlyList<CommandBehavior> Commands { get; init; } = [];

    /// <summary>These and one more, which replaces an earlier one for the same subject.</summary>
    /// <param name="behavior">A <see cref="TaskBehavior"/>, <see cref="InstanceBehavior"/>, <see cref="CommandBehavior"/> or
    /// <see cref="ApiBehavior"/>.</param>
    /// <exception cref="BehaviorException">It is none of these.</exception>
    internal LocalBehaviors With(IBehavior behavior)
    {
        var rest = Without(behavior);
        return behavior switch
        {
            TaskBehavior task => rest with { Tasks = [.. rest.Tasks, task] },
            InstanceBehavior instance => rest with { Instances = [.. rest.Instances, instance] },
            CommandBehavior command => rest with { Commands = [.. rest.Commands, command] },
            ApiBehavior api => rest with { Api = [.. rest.Api, api] },
            _ => rest, // none of ours: Without has refused it
        };
    }

    /// <summary>These without the one for the same subject.</summary>
    /// <param name="behavior">A <see cref="TaskBehavior"/>, <see cref="InstanceBehavior"/>, <see cref="CommandBehavior"/> or
    /// <see cref="ApiBehavior"/>.</param>
    /// <exception cref="BehaviorException">It is none of these.</exception>
    internal LocalBehaviors Without(IBehavior behavior) => behavior switch
    {
        TaskBehavior task => this with { Tasks = [.. Tasks.Where(other => !other.ConcernsTheSameAs(task))] },
        InstanceBehavior instance => this with { Instances = [.. Instances.Where(other => !other.ConcernsTheSameAs(instance))] },
        CommandBehavior command => this with { Commands = [.. Commands.Where(other => !other.ConcernsTheSameAs(command))] },
        ApiBehavior api => this with { Api = [.. Api.Where(other => other.Operation != api.Operation)] },
        _ => throw new BehaviorException($"{behavior} isn't a behavior."),
    };
}
