namespace EcsTools.Benchmarks.Measuring;

/// <summary>Many samples of a short time, in milliseconds.</summary>
/// <param name="Fastest">The slowest of the fastest tenth.</param>
/// <param name="Median">The middle one.</param>
internal readonly record struct Quantiles(double Fastest, double Median)
{
    public static Quantiles Of(List<double> samples)
    {
        samples.Sort();
        return new(samples[samples.Count / 10], samples[samples.Count / 2]);
    }
}
