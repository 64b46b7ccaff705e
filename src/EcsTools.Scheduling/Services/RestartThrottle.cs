namespace EcsTools.Scheduling.Services;

/// <summary>Holds a service back whose tasks do not come to run, longer each time.</summary>
/// <remarks>
/// The documentation of ECS has the limit of 27 minutes, but not the steps: here the third round waits 10 seconds and each further one
/// twice as long.
/// </remarks>
internal static class RestartThrottle
{
    private const int FreeRounds = 2;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromMinutes(27);

    /// <summary>How long to wait with the next start.</summary>
    /// <param name="failedStarts">The tasks that failed to start since one last ran, or since the service was last updated.</param>
    /// <param name="desiredCount">The tasks that the service should have: so many make a round.</param>
    public static TimeSpan Wait(int failedStarts, int desiredCount)
    {
        var round = (failedStarts + Math.Max(1, desiredCount) - 1) / Math.Max(1, desiredCount);
        if (round <= FreeRounds) return TimeSpan.Zero;
        var doublings = Math.Min(round - FreeRounds - 1, 20);
        return TimeSpan.FromTicks(Math.Min(First.Ticks << doublings, Longest.Ticks));
    }
}
