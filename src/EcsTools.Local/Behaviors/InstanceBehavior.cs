using System.Text.Json.Serialization;

namespace EcsTools.Local.Behaviors;

/// <summary>An event that happens to container instances.</summary>
public sealed record InstanceBehavior : IBehavior
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Target => BehaviorText.Target(this);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Behavior => BehaviorText.Behavior(this);

    /// <summary>Id or ARN of the container instance, or the id of its EC2 instance. Takes the wildcards * and ?.</summary>
    public required string ContainerInstance { get; init; }

    /// <summary>The event: <see cref="AgentDisconnected"/> or <see cref="Terminated"/>.</summary>
    public required string Event { get; init; }

    /// <summary>The time until it happens. Default: immediately.</summary>
    public TimeSpan? After { get; init; }

    internal bool ConcernsTheSameAs(InstanceBehavior other) => (ContainerInstance, Event) == (other.ContainerInstance, other.Event);

    /// <summary>The agent is cut off until the behavior is taken away: tasks run on, and none is placed there.</summary>
    public const string AgentDisconnected = "AgentDisconnected";

    /// <summary>The EC2 instance is gone, and all tasks with it.</summary>
    public const string Terminated = "Terminated";
}
