namespace EcsTools.Local.Behaviors;

/// <summary>All that a local ECS has been told to do otherwise than usual, the earliest first.</summary>
public sealed record LocalBehaviors
{
    /// <summary>What containers do. Where several are about the same container, the later one prevails in what it says.</summary>
    public IReadOnlyList<TaskBehavior> Tasks { get; init; } = [];

    /// <summary>What happens to container instances.</summary>
    public IReadOnlyList<InstanceBehavior> Instances { get; init; } = [];

    /// <summary>How the API answers. Latencies add up; the first behavior that refuses a call decides.</summary>
    public IReadOnlyList<ApiBehavior> Api { get; init; } = [];

    /// <summary>What commands do. Where several are about the same command, the later one prevails.</summary>
    public IReadOnlyList<CommandBehavior> Commands { get; init; } = [];

    /// <summary>These and one more, in the place of what was said of the same thing before.</summary>
    /// <param name="behavior">A <see cref="TaskBehavior"/>, <see cref="InstanceBehavior"/>, <see cref="CommandBehavior"/> or <see cref="ApiBehavior"/>.</param>
    /// <exception cref="BehaviorException">It is none of these.</exception>
    public LocalBehaviors With(object behavior)
    {
        var rest = Without(behavior);
        return behavior switch
        {
            TaskBehavior task => rest with { Tasks = [.. rest.Tasks, task] },
            InstanceBehavior instance => rest with { Instances = [.. rest.Instances, instance] },
            CommandBehavior command => rest with { Commands = [.. rest.Commands, command] },
            ApiBehavior api => rest with { Api = [.. rest.Api, api] },
            _ => rest,
        };
    }

    /// <summary>These without what is said of the same thing.</summary>
    /// <param name="behavior">A <see cref="TaskBehavior"/>, <see cref="InstanceBehavior"/>, <see cref="CommandBehavior"/> or <see cref="ApiBehavior"/>.</param>
    /// <exception cref="BehaviorException">It is none of these.</exception>
    public LocalBehaviors Without(object behavior) => behavior switch
    {
        TaskBehavior task => this with { Tasks = [.. Tasks.Where(other => !other.ConcernsTheSameAs(task))] },
        InstanceBehavior instance => this with { Instances = [.. Instances.Where(other => !other.ConcernsTheSameAs(instance))] },
        CommandBehavior command => this with { Commands = [.. Commands.Where(other => !other.ConcernsTheSameAs(command))] },
        ApiBehavior api => this with { Api = [.. Api.Where(other => other.Operation != api.Operation)] },
        _ => throw new BehaviorException($"{behavior} isn't a behavior."),
    };
}
