namespace EcsTools.Benchmarks;

/// <summary>How much is measured, and how near the goals it must come.</summary>
/// <param name="Repetitions">How often each side of a comparison is measured; the medians are compared.</param>
/// <param name="Few">The same for what takes seconds each time.</param>
/// <param name="Scale">The part of the sizes in the goals that is taken.</param>
/// <param name="Margin">How many times a row may miss its goal.</param>
internal sealed record Effort(int Repetitions, int Few, double Scale, double Margin)
{
    /// <summary>The sizes that the goals speak of, and the goals as they are.</summary>
    public static readonly Effort Full = new(15, 3, 1, 1);

    /// <summary>The mode of CI: a fifth of the work, on a machine that may be busy. It still detects code that has become ten times slower.</summary>
    public static readonly Effort Short = new(3, 1, 0.2, 5);

    /// <summary>A size, scaled.</summary>
    public int Of(int size) => (int)(size * Scale);
}
