using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>What starts tasks for a service, and the tasks it started: a deployment, or under another controller than ECS's a task set.</summary>
internal abstract class TaskSourceState
{
    /// <summary>The id, which its tasks bear as the one that started them.</summary>
    public required string Id { get; init; }

    /// <summary>Its tasks that have not been forgotten.</summary>
    [JsonIgnore]
    public Numbered<TaskState> Tasks { get; } = [];

    /// <summary>Those that have not stopped.</summary>
    [JsonIgnore]
    public Numbered<TaskState> Alive { get; } = [];

    /// <summary>Those that have changed since the service last looked at them.</summary>
    [JsonIgnore]
    public HashSet<TaskState> Changed { get; } = [];

    [JsonIgnore]
    public TaskCounts Counts { get; } = new();

    /// <summary>Its tasks that are meant to run.</summary>
    [JsonIgnore]
    public int Meant => Counts.Running + Counts.Pending;

    /// <summary>The ARN of the revision that its tasks are started from.</summary>
    public abstract string TaskDefinition { get; }

    public abstract string LaunchType { get; }

    /// <summary>The strategy over capacity providers that its tasks go by instead; null where they go by the launch type.</summary>
    public abstract List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; }

    public abstract string? PlatformVersion { get; }

    public abstract NetworkConfiguration? NetworkConfiguration { get; }
}
