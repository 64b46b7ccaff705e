using EcsTools.Scheduling.Placement;

namespace EcsTools.Scheduling.Services;

/// <summary>A task too many in one zone.</summary>
/// <param name="From">The zone with the most tasks, of which one may go.</param>
/// <param name="To">The zones that have at least two fewer, those with the fewest first.</param>
internal sealed record ZoneMove(string From, IReadOnlyList<string> To);

/// <summary>Determines when the tasks of a stable service should be rebalanced over Availability Zones.</summary>
internal static class ZoneBalance
{
    /// <summary>Whether a service with such a strategy is balanced at all: its first step must be the spread over zones.</summary>
    public static bool AppliesTo(IReadOnlyList<PlacementStep> strategy) =>
        strategy.Count > 0 && strategy[0] == PlacementStep.SpreadOverZones;

    /// <summary>How many of the tasks are in which zone.</summary>
    public static SortedDictionary<string, int> Count<TTask>(IEnumerable<TTask> tasks, IEnumerable<string> zones)
        where TTask : class, IServiceTask
    {
        var counts = new SortedDictionary<string, int>(zones.Distinct().ToDictionary(zone => zone, _ => 0), StringComparer.Ordinal);
        foreach (var task in tasks.Where(task => task.State != ServiceTaskState.Stopping))
            counts[ZoneOf(task)] = counts.GetValueOrDefault(ZoneOf(task)) + 1;
        return counts;
    }

    /// <summary>Whether no two zones differ by more than one task.</summary>
    public static bool IsEven(IReadOnlyDictionary<string, int> zones) => zones.Count == 0 || zones.Values.Max() - zones.Values.Min() <= 1;

    /// <summary>
    /// The next task to move: first one is started in the emptier zone, then one stopped in the fuller. Null when no two zones differ
    /// by more than one task, or only protected tasks are too many.
    /// </summary>
    /// <param name="tasks">The service's tasks.</param>
    /// <param name="zones">The zones that it may use.</param>
    public static ZoneMove? Move<TTask>(IReadOnlyList<TTask> tasks, IReadOnlyCollection<string> zones)
        where TTask : class, IServiceTask
    {
        var counts = Count(tasks, zones);
        if (IsEven(counts)) return null;
        var from = tasks.Where(task => !task.IsProtected && task.State != ServiceTaskState.Stopping).Select(ZoneOf).Distinct()
            .OrderByDescending(zone => counts[zone]).ThenBy(zone => zone, StringComparer.Ordinal).FirstOrDefault();
        if (from is null) return null;
        var to = zones
            .Distinct()
            .Where(zone => counts[zone] <= counts[from] - 2)
            .OrderBy(zone => counts[zone])
            .ThenBy(zone => zone, StringComparer.Ordinal)
            .ToList();
        return to.Count == 0 ? null : new ZoneMove(from, to);
    }

    private static string ZoneOf(IServiceTask task) => task.AvailabilityZone ?? "";
}
