using EcsTools.Forecast.Descriptions;

namespace EcsTools.Forecast.Rehearsals;

/// <summary>The predicted deployment of a service after a change, step by step, as on the local ECS.</summary>
public sealed record ServiceForecast
{
    /// <summary>The name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The name of the service.</summary>
    public required string Service { get; init; }

    /// <summary>The tasks that the scheduler starts and stops together, in order.</summary>
    public required IReadOnlyList<ForecastStep> Steps { get; init; }

    /// <summary>How it ends.</summary>
    public required ForecastResult Result { get; init; }

    /// <summary>The result in the words of earlier versions, for scripts that compare it: NoRoom, Protected and UnderWay.</summary>
    public string Verdict => Result switch
    {
        ForecastResult.InsufficientCapacity => "NoRoom",
        ForecastResult.TasksProtected => "Protected",
        ForecastResult.InProgress => "UnderWay",
        var result => $"{result}",
    };

    /// <summary>The reason why it does not complete; null if it does.</summary>
    public string? Reason { get; init; }

    /// <summary>The tasks that run at the end, by Availability Zone.</summary>
    public required IReadOnlyDictionary<string, int> Zones { get; init; }

    /// <summary>How long it takes on the local ECS. Elsewhere images, containers and load balancers take their own time.</summary>
    public required TimeSpan Takes { get; init; }

    /// <summary>Its input, so that it can be simulated again; null if it came from another process.</summary>
    internal ForecastOrigin? Origin { get; init; }

    /// <summary>How it goes, in a sentence.</summary>
    public override string ToString() => Result == ForecastResult.Completes
        ? Steps.Count == 0 ? $"service {Service}: no task is started or stopped" : $"service {Service} completes after {(Steps.Count == 1 ? "1 step" : $"{Steps.Count} steps")} with {ForecastStep.Count(Zones)}"
        : $"service {Service} does not complete: {Reason}";
}

/// <summary>The input of a forecast: the cluster and the requests.</summary>
internal sealed record ForecastOrigin(DescribedCluster Described, IReadOnlyList<EcsTools.Model.IStructure> Requests);

/// <summary>The tasks that the scheduler starts and stops at one time.</summary>
public sealed record ForecastStep
{
    /// <summary>How long after the change, on the local ECS.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>How many tasks are started, by Availability Zone.</summary>
    public required IReadOnlyDictionary<string, int> Start { get; init; }

    /// <summary>How many tasks are stopped, by Availability Zone.</summary>
    public required IReadOnlyDictionary<string, int> Stop { get; init; }

    /// <summary><c>start 2 tasks (1 in us-east-1a, 1 in us-east-1b), stop 1 task (1 in us-east-1a)</c>.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            new[] { Start.Count > 0 ? $"start {Count(Start)}" : null, Stop.Count > 0 ? $"stop {Count(Stop)}" : null }.OfType<string>());

    internal static string Count(IReadOnlyDictionary<string, int> zones)
    {
        var count = zones.Values.Sum();
        var places = zones.Where(zone => zone.Key.Length > 0).Select(zone => $"{zone.Value} in {zone.Key}").ToList();
        return $"{count} {(count == 1 ? "task" : "tasks")}{(places.Count == 0 ? "" : $" ({string.Join(", ", places)})")}";
    }
}

/// <summary>How a change of a service ends.</summary>
public enum ForecastResult
{
    /// <summary>The service completes.</summary>
    Completes,

    /// <summary>There is no capacity for a task.</summary>
    InsufficientCapacity,

    /// <summary>The minimum and maximum percent allow neither a start nor a stop.</summary>
    Blocked,

    /// <summary>Tasks that should stop are protected.</summary>
    TasksProtected,

    /// <summary>It is still in progress after the simulated time.</summary>
    InProgress,
}
