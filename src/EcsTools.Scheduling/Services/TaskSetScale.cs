namespace EcsTools.Scheduling.Services;

/// <summary>How many tasks a task set has of its service's.</summary>
internal static class TaskSetScale
{
    /// <summary>The share of a desired count, rounded up.</summary>
    /// <param name="desiredCount">The tasks that the service should have.</param>
    /// <param name="percent">From 0 to 100, with fractions.</param>
    public static int ComputedDesiredCount(int desiredCount, double percent) => (int)Math.Ceiling(desiredCount * (decimal)percent / 100);
}
