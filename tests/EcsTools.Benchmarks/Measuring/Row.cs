namespace EcsTools.Benchmarks.Measuring;

/// <summary>One row of the table.</summary>
/// <param name="What">The subject, with its own figure.</param>
/// <param name="Beside">The baseline, with its own figure; empty if there is none.</param>
/// <param name="Figure">The figure to compare with the goal: a ratio, a difference, or the measurement itself.</param>
/// <param name="Goal">The goal.</param>
internal sealed record Row(string What, string Beside, double Figure, Goal Goal)
{
    /// <summary>A row without a figure, because what it needs is not there.</summary>
    public static Row Skipped(string what, string why) => new(what, why, double.NaN, Goal.AtMost(1, Goal.Times));

    public bool IsSkipped => double.IsNaN(Figure);

    public bool IsReached(double margin) => IsSkipped || Goal.IsReachedBy(Figure, margin);
}
