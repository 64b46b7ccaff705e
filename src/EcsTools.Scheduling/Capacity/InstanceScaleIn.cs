namespace EcsTools.Scheduling.Capacity;

/// <summary>An instance that may be taken away.</summary>
/// <param name="Instance">The instance itself.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="IsEmpty">Whether nothing but daemons runs on it.</param>
internal readonly record struct ScaleInCandidate<T>(T Instance, string Zone, bool IsEmpty);

/// <summary>Chooses the instances that a capacity provider gives back.</summary>
internal static class InstanceScaleIn
{
    /// <summary>
    /// Takes from the zone with the most instances, there the oldest. Protected from termination, an instance with tasks stays;
    /// without protection the Auto Scaling group does not ask what runs on it.
    /// </summary>
    /// <param name="instances">The instances, the oldest first.</param>
    /// <param name="count">How many are to go. Fewer do where there are not so many that may.</param>
    /// <param name="isProtected">Whether managed termination protection keeps those with tasks.</param>
    public static IReadOnlyList<T> Choose<T>(IReadOnlyList<ScaleInCandidate<T>> instances, int count, bool isProtected)
    {
        var left = instances.ToList();
        var chosen = new List<T>();
        while (chosen.Count < count)
        {
            var zones = left.GroupBy(candidate => candidate.Zone).OrderByDescending(zone => zone.Count());
            var next = zones.SelectMany(zone => zone).Where(candidate => candidate.IsEmpty || !isProtected).Take(1).ToList();
            if (next.Count == 0) break;
            left.Remove(next[0]);
            chosen.Add(next[0].Instance);
        }

        return chosen;
    }
}
