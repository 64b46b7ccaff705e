namespace EcsTools.Scheduling.Placement;

/// <summary>
/// Why an instance cannot take a task. They stand in the order in which they are looked at, so that of two instances the one whose
/// obstacle comes later is the closer match.
/// </summary>
internal enum PlacementObstacle
{
    /// <summary>The agent is not connected.</summary>
    Agent,

    /// <summary>An attribute is missing or has another value; the operating system or the architecture is another.</summary>
    Attribute,

    /// <summary>The instance is in none of the zones of the task's subnets.</summary>
    Location,

    /// <summary>Not enough CPU left.</summary>
    Cpu,

    /// <summary>Not enough memory left.</summary>
    Memory,

    /// <summary>Not enough GPUs left.</summary>
    Gpu,

    /// <summary>A host port is taken.</summary>
    Ports,

    /// <summary>No network interface left.</summary>
    Eni,

    /// <summary>A memberOf constraint does not match.</summary>
    MemberOf,

    /// <summary>The instance already has a task of the group, which distinctInstance forbids.</summary>
    DistinctInstance,
}

/// <summary>How ECS words the obstacles.</summary>
internal static class PlacementObstacleText
{
    /// <summary>The reason in the <c>failures</c> of RunTask and StartTask.</summary>
    public static string FailureReason(this PlacementObstacle obstacle) => obstacle switch
    {
        PlacementObstacle.Agent => "AGENT",
        PlacementObstacle.Attribute => "ATTRIBUTE",
        PlacementObstacle.Location => "LOCATION",
        PlacementObstacle.Cpu => "RESOURCE:CPU",
        PlacementObstacle.Memory => "RESOURCE:MEMORY",
        PlacementObstacle.Gpu => "RESOURCE:GPU",
        PlacementObstacle.Ports => "RESOURCE:PORTS",
        PlacementObstacle.Eni => "RESOURCE:ENI",
        PlacementObstacle.MemberOf => "MemberOf placement constraint unsatisfied.",
        PlacementObstacle.DistinctInstance => "DistinctInstance placement constraint unsatisfied.",
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle)),
    };

    /// <summary>The text of a service event about the closest matching instance, after its ID.</summary>
    public static string EventReason(this PlacementObstacle obstacle) => obstacle switch
    {
        PlacementObstacle.Attribute => "is missing an attribute required by your task.",
        PlacementObstacle.Cpu => "has insufficient CPU units available.",
        PlacementObstacle.Memory => "has insufficient memory available.",
        PlacementObstacle.Ports => "is already using a port required by your task.",
        _ => $"encountered error \"{obstacle.FailureReason()}\"{(obstacle.FailureReason().EndsWith('.') ? "" : ".")}",
    };
}
