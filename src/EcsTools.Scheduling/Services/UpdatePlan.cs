namespace EcsTools.Scheduling.Services;

/// <summary>The actions for a service now.</summary>
/// <param name="Start">How many tasks of the primary deployment to start.</param>
/// <param name="Stop">The tasks to stop.</param>
/// <param name="IsBlocked">
/// Whether tasks must be replaced and the percentages allow neither a start nor a stop, now or later: the service needs a lower minimum
/// or a higher maximum.
/// </param>
internal sealed record UpdatePlan<TTask>(int Start, IReadOnlyList<TTask> Stop, bool IsBlocked)
{
    /// <summary>Whether tasks should go, to scale in or by a deployment, that are protected. They go when they no longer are.</summary>
    public bool IsBlockedByProtection { get; init; }

    /// <summary>Whether more tasks are protected than the service should have.</summary>
    public bool IsOverprotected { get; init; }
}
