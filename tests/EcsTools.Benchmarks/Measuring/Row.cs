namespace EcsTools.Benchmarks.Measuring;

/// <summary>One row of the table.</summary>
/// <param name="What">The subject, with its own figure.</param>
/// <param name="Beside">The baseline, with its own figure; empty if there is none.</param>
/// <param name="Figure">The figure to compare with the goal: a ratio, a difference, or the measurement itself.</param>
/// <param name="Goal">The goal.</param>
internal sealed record Row(string What, string Beside, double Figure, Goal Goal)
{
    public bool IsReached(double margin) => Goal.IsReachedBy(Figure, margin);
}
