using System.Text.Json.Serialization;

namespace EcsTools.Local.Behaviors;

/// <summary>A behavior of the containers of tasks that start from now on. Names accept the wildcards * and ?.</summary>
public sealed record TaskBehavior : ContainerBehavior, IBehavior
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Target => BehaviorText.Target(this);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Behavior => BehaviorText.Behavior(this);

    /// <summary>The family of the task definition.</summary>
    public string? Family { get; init; }

    /// <summary>The image of the container.</summary>
    public string? Image { get; init; }

    /// <summary>The service that starts the task.</summary>
    public string? Service { get; init; }

    /// <summary>The name of the container; null for all containers of the task.</summary>
    public string? Container { get; init; }

    /// <summary>How many tasks behave so at most; null for all.</summary>
    public int? Count { get; init; }

    /// <summary>The number of tasks that it has been applied to.</summary>
    [JsonPropertyName("taken")]
    public int AppliedCount { get; init; }

    internal bool IsUsedUp => AppliedCount >= Count;

    internal bool IsOf(string? family, string? image, string? service, string? container) =>
        Wildcards.Match(Family, family) && Wildcards.Match(Image, image) && Wildcards.Match(Service, service)
            && Wildcards.Match(Container, container);

    /// <summary>Whether it applies to the same tasks and containers, so that the later one replaces it.</summary>
    internal bool ConcernsTheSameAs(TaskBehavior other) =>
        (Family, Image, Service, Container) == (other.Family, other.Image, other.Service, other.Container);
}
