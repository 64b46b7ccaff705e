using EcsTools.Scheduling.Placement;

namespace EcsTools.Scheduling.Services;

/// <summary>A REPLICA service as it should be.</summary>
internal sealed record UpdateRequest
{
    /// <summary>The tasks that it should have.</summary>
    public required int DesiredCount { get; init; }

    /// <summary>The deployment that all of them should belong to.</summary>
    public required string PrimaryDeploymentId { get; init; }

    /// <summary>Whether that deployment has failed or may not begin yet: no task of it is started, and nothing makes way for it.</summary>
    public bool IsOnHold { get; init; }

    /// <summary>How few and how many there may be on the way.</summary>
    public required DeploymentLimits Limits { get; init; }

    /// <summary>The service's placement strategy, which also decides which tasks stop first. Default: that of ECS.</summary>
    public IReadOnlyList<PlacementStep> Strategy { get; init; } = PlacementStep.ServiceDefault;
}
