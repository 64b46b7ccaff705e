namespace EcsTools.Scheduling.Placement;

/// <summary>An instance that cannot take a task, and why.</summary>
internal readonly record struct PlacementRefusal(IPlacementInstance Instance, PlacementObstacle Obstacle);

/// <summary>Why no instance could take a task.</summary>
/// <param name="Refusals">Every ACTIVE instance with its reason; empty where the cluster has none.</param>
internal sealed record PlacementFailure(IReadOnlyList<PlacementRefusal> Refusals)
{
    /// <summary>So many tasks wait for capacity that no further one may.</summary>
    public static PlacementFailure OverLimit { get; } = new([]) { IsOverLimit = true };

    /// <summary>Whether only the instances of a capacity provider were looked at.</summary>
    public bool IsInProvider { get; init; }

    /// <summary>Whether it failed for the number of tasks that wait already.</summary>
    public bool IsOverLimit { get; private init; }

    /// <summary>
    /// The instance that came closest: its obstacle is the last one checked. The first of equals; null without instances.
    /// </summary>
    public PlacementRefusal? Closest => Refusals.Count == 0 ? null : Refusals.MaxBy(refusal => refusal.Obstacle);

    /// <summary>The event that a service of this name gets.</summary>
    public string ServiceEvent(string service) => $"(service {service}) " + this switch
    {
        { IsOverLimit: true } => "was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.",
        { IsInProvider: true, Closest: null } =>
            "was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.",
        _ => "was unable to place a task because no container instance met all of its requirements. "
            + (Closest is { } closest
                ? $"The closest matching (container-instance {closest.Instance.Id}) {closest.Obstacle.EventReason()}"
                : "Reason: No Container Instances were found in your cluster.")
            + " For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
    };
}
