namespace EcsTools.Benchmarks.Measuring;

/// <summary>One row of the table.</summary>
/// <param name="What">What was measured, with its own figure.</param>
/// <param name="Beside">What it was measured beside, with its own figure; empty where it stands alone.</param>
/// <param name="Figure">What is compared with the goal: a ratio, a difference, or the figure itself.</param>
/// <param name="Goal">What it is to reach.</param>
internal sealed record Row(string What, string Beside, double Figure, Goal Goal)
{
    /// <summary>A row without a figure, because what it needs is not there.</summary>
    public static Row Skipped(string what, string why) => new(what, why, double.NaN, Goal.AtMost(1, Goal.Times));

    public bool IsSkipped => double.IsNaN(Figure);

    public bool IsReached(double margin) => IsSkipped || Goal.IsReachedBy(Figure, margin);
}
