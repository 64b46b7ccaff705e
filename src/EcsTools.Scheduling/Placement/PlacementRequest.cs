namespace EcsTools.Scheduling.Placement;

/// <summary>Tasks to place that are all alike: of one group, with the same needs.</summary>
internal sealed record PlacementRequest
{
    /// <summary>The group whose tasks are spread and kept apart: <c>service:NAME</c>, or the group that the tasks are run under.</summary>
    public required string Group { get; init; }

    /// <summary>The requirements of each task.</summary>
    public required TaskRequirements Requirements { get; init; }

    /// <summary>Further requirements for the instance. Default: none.</summary>
    public PlacementConstraints Constraints { get; init; } = PlacementConstraints.None;

    /// <summary>How to choose among the instances that will do. That of a service by default.</summary>
    public IReadOnlyList<PlacementStep> Strategy { get; init; } = PlacementStep.ServiceDefault;

    /// <summary>The zones of the subnets that the tasks are attached to; null where any zone will do.</summary>
    public IReadOnlySet<string>? AvailabilityZones { get; init; }
}
