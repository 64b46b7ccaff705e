namespace EcsTools.Scheduling.Capacity;

/// <summary>How many instances a capacity provider should have.</summary>
internal static class CapacityScaling
{
    /// <summary>
    /// How many instances to add now, or (below 0) to take away, so that CapacityProviderReservation, which is the instances needed in
    /// percent of those there are, comes down or up to the target.
    /// </summary>
    /// <param name="settings">The target, and the steps that instances are added in.</param>
    /// <param name="needed">The instances that the tasks need, those that wait included.</param>
    /// <param name="actual">The instances there are, those on their way included.</param>
    public static int Change(ScalingSettings settings, int needed, int actual)
    {
        var wanted = (int)(((needed * 100L) + settings.TargetCapacity - 1) / settings.TargetCapacity);
        var missing = wanted - actual;
        return missing > 0
            ? Math.Clamp(missing, settings.MinimumStep, Math.Max(settings.MinimumStep, settings.MaximumStep))
            : -Math.Min(-missing, MaxRemoved(actual));
    }

    // At most half of the instances go at a time, but always one.
    private static int MaxRemoved(int actual) => Math.Max(1, actual / 2);
}
