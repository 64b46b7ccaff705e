using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A source of tasks for a service, and its tasks: a deployment, or, with another deployment controller, a task set.</summary>
internal abstract class TaskSourceState
{
    /// <summary>The id, which its tasks bear as the one that started them.</summary>
    public required string Id { get; init; }

    /// <summary>Its tasks that haven't been removed.</summary>
    [JsonIgnore]
    public OrderedIndex<TaskState> Tasks { get; } = [];

    /// <summary>Those that have not stopped.</summary>
    [JsonIgnore]
    public OrderedIndex<TaskState> Alive { get; } = [];

    /// <summary>Those that have changed since the service last looked at them.</summary>
    [JsonIgnore]
    public HashSet<TaskState> Changed { get; } = [];

    [JsonIgnore]
    public TaskCounts Counts { get; } = new();

    /// <summary>Its tasks with the desired status RUNNING.</summary>
    [JsonIgnore]
    public int DesiredRunning => Counts.Running + Counts.Pending;

    /// <summary>The ARN of the revision that its tasks are started from.</summary>
    public abstract string TaskDefinition { get; }

    public abstract string LaunchType { get; }

    /// <summary>The strategy over capacity providers that its tasks go by instead; null where they go by the launch type.</summary>
    public abstract List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; }

    public abstract string? PlatformVersion { get; }

    public abstract NetworkConfiguration? NetworkConfiguration { get; }
}
