using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>The costs of a new session: the import and the first call. Each is measured in processes of their own.</summary>
internal static class Importing
{
    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var serving = ServingProcess.Start(0);
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_ECS", serving.ReadLine());
        foreach (var (name, value) in new[] { ("AWS_REGION", "us-east-1"), ("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b") }) Environment.SetEnvironmentVariable(name, value);
        using var empty = new EmptyModule();
        double[] ours = [];
        var (first, second, sdk) = (new List<double>(), new List<double>(), 0.0);
        var imports = Interleaved.Medians(
            effort.Repetitions,
            warmUps: 1, // of the disk's cache only: each turn is a process of its own
            () =>
            {
                ours = ChildProcess.Figures("import", Prompt.Module);
                sdk += ours[1];
                first.Add(ours[2]);
                second.Add(ours[3]);
                return ours[0];
            },
            () => ChildProcess.Figures("import", empty.Manifest)[0]);
        yield return new(
            $"`Import-Module EcsTools`: {imports[0]:0} ms",
            $"an empty binary module: {imports[1]:0} ms",
            imports[0] - imports[1],
            Goal.AtMost(60, Goal.MoreMilliseconds));
        yield return new("assemblies of the AWS SDK that the import loads", "", sdk, Goal.AtMost(0, Goal.Number));

        var calls = (First: Interleaved.Median(first), Second: Interleaved.Median(second));
        yield return new($"the first call after it: {calls.First:0} ms", $"the second: {calls.Second:0.0} ms", calls.First - calls.Second, Goal.AtMost(250, Goal.MoreMilliseconds));
    }
}
