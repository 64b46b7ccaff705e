namespace EcsTools.Scheduling.Capacity;

/// <summary>How a capacity provider scales its Auto Scaling group.</summary>
/// <param name="TargetCapacity">How much of the instances is to be in use, in percent from 1 to 100. Under 100 some are kept spare.</param>
/// <param name="MinimumStep">The fewest instances that are added at a time.</param>
/// <param name="MaximumStep">The most instances that are added at a time.</param>
internal readonly record struct ScalingSettings(int TargetCapacity, int MinimumStep, int MaximumStep)
{
    /// <summary>What ECS takes where nothing is set.</summary>
    public static ScalingSettings Default { get; } = new(100, 1, 10_000);
}
