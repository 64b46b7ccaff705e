namespace EcsTools.Scheduling.Placement;

/// <summary>An instance that cannot take a task, and why.</summary>
public readonly record struct PlacementRefusal(IPlacementInstance Instance, PlacementObstacle Obstacle);

/// <summary>Why no instance could take a task.</summary>
/// <param name="Refusals">Every ACTIVE instance with its reason; empty where the cluster has none.</param>
public sealed record PlacementFailure(IReadOnlyList<PlacementRefusal> Refusals)
{
    /// <summary>The instance that came closest: its obstacle is looked at last. The first of equals; null where there is no instance.</summary>
    public PlacementRefusal? Closest => Refusals.Count == 0 ? null : Refusals.MaxBy(refusal => refusal.Obstacle);

    /// <summary>The event that a service of this name gets.</summary>
    public string ServiceEvent(string service)
    {
        var reason = Closest is { } closest
            ? $"The closest matching (container-instance {closest.Instance.Id}) {closest.Obstacle.EventReason()}"
            : "Reason: No Container Instances were found in your cluster.";
        return $"(service {service}) was unable to place a task because no container instance met all of its requirements. {reason} "
            + "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";
    }
}
