using System.Text.Json.Serialization;
using EcsTools.Local.Behaviors;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A container that is simulated individually, because it has a dependency, a health check, or a behavior.</summary>
internal sealed class ContainerState : Timed
{
    public required string Name { get; init; }

    /// <summary>The behavior that applied when its task was started.</summary>
    [JsonPropertyName("conduct")]
    public required ContainerBehavior Behavior { get; init; }

    public ContainerPhase Phase { get; set; } = ContainerPhase.Waiting;

    /// <summary>When it was first started, whether or not it runs yet.</summary>
    public DateTimeOffset? StartingAt { get; set; }

    /// <summary>Since when it runs, the last restart counted.</summary>
    public DateTimeOffset? RunningAt { get; set; }

    /// <summary>How often its restart policy has started it again. ECS shows it in the task's metadata only.</summary>
    public int RestartCount { get; set; }

    [JsonIgnore]
    public TaskState Task { get; private set; } = null!;

    [JsonIgnore]
    public ContainerDefinition Definition { get; private set; } = null!;

    /// <summary>What DescribeTasks answers of it. Changed by <see cref="TaskState.ChangeContainer"/>.</summary>
    [JsonIgnore]
    public Container Resource => Task.Resource.Containers!.Find(container => container.Name == Name)!;

    [JsonIgnore]
    public bool IsEssential => Definition.Essential != false;

    [JsonIgnore]
    public bool IsRunning => Phase is ContainerPhase.Running or ContainerPhase.Stopping;

    [JsonIgnore]
    public bool IsStopped => Phase == ContainerPhase.Stopped;

    [JsonIgnore]
    public override string Title => $"container {Name} of {Task.Title}";

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    /// <exception cref="StateException">The task definition has no such container.</exception>
    public void Link(TaskState task)
    {
        Task = task;
        Definition = task.Definition.Resource.ContainerDefinitions?.Find(definition => definition.Name == Name)
            ?? throw new StateException($"task {task.Id} has no container {Name}");
    }
}
