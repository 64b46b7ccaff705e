using EcsTools.Model;

namespace EcsTools.Forecast.Placement;

/// <summary>Tasks that might be placed in a cluster.</summary>
public sealed record PlacementQuestion
{
    /// <summary>The task definition: family, family:revision or ARN. Null for the service's own.</summary>
    public string? TaskDefinition { get; init; }

    /// <summary>The service whose tasks they would be; null for tasks run on their own.</summary>
    public string? Service { get; init; }

    /// <summary>The group of tasks run on their own; their family's where it is null.</summary>
    public string? Group { get; init; }

    /// <summary>The launch type; null for the service's own, else EC2.</summary>
    public string? LaunchType { get; init; }

    /// <summary>The capacity provider on whose instances they go; null for the service's own, else any instance.</summary>
    public string? CapacityProvider { get; init; }

    /// <summary>The constraints; null for the service's own.</summary>
    public IReadOnlyList<PlacementConstraint>? Constraints { get; init; }

    /// <summary>The strategy; null for the service's own.</summary>
    public IReadOnlyList<PlacementStrategy>? Strategy { get; init; }

    /// <summary>The network; null for the service's own.</summary>
    public NetworkConfiguration? NetworkConfiguration { get; init; }

    /// <summary>The overrides of the task definition.</summary>
    public TaskOverride? Overrides { get; init; }

    /// <summary>The number of tasks to place by the strategy.</summary>
    public int Count { get; init; } = 1;
}
