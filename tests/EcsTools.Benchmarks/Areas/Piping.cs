using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>Many ids and objects down the pipeline, beside the same as one argument.</summary>
internal static class Piping
{
    private const int Services = 200;

    public static IEnumerable<Row> Measure(Effort effort) => [.. Tasks(effort), .. Changes(effort)];

    private static IEnumerable<Row> Tasks(Effort effort)
    {
        var tasks = effort.Of(10_000);
        using var serving = ServingProcess.Start(tasks);
        using var prompt = Prompt.At(serving.ReadLine());
        prompt.Run("$tasks = @(Get-EcsTask); $ids = [string[]] $tasks.TaskArn");
        foreach (var (input, name) in new[] { ("$ids", "IDs"), ("$tasks", "task objects") })
        {
            foreach (var (cmdlet, warmUps) in new[] { ("Get-EcsTask", 12), ("Stop-EcsTask", 2) })
            {
                var times = Interleaved.Milliseconds(
                    warmUps < 12 ? Math.Min(5, effort.Repetitions) : effort.Repetitions,
                    warmUps,
                    () => prompt.Run($"{input} | {cmdlet} -Confirm:$false | Out-Null".Replace("Get-EcsTask -Confirm:$false", "Get-EcsTask", StringComparison.Ordinal)),
                    () => prompt.Run($"{cmdlet} {input} -Confirm:$false | Out-Null".Replace($"Get-EcsTask {input} -Confirm:$false", $"Get-EcsTask {input}", StringComparison.Ordinal)));
                yield return new($"{tasks:#,0} {name} piped into `{cmdlet}`: {times[0]:0} ms", $"as one argument: {times[1]:0} ms", times[0] / times[1], Goal.AtMost(1.3, Goal.Times));
            }
        }
    }

    /// <summary>Predictions take longer than any pipeline; what is compared is the difference.</summary>
    private static IEnumerable<Row> Changes(Effort effort)
    {
        using var serving = ServingProcess.Start(ServingProcess.Services);
        using var prompt = Prompt.At(serving.ReadLine());
        prompt.Run($"$services = @(Get-EcsService) * {Services / ServingProcess.Services}");
        var times = Interleaved.Milliseconds(
            effort.Repetitions * 3, // a small difference of two large times
            () => prompt.Run("$services | Update-EcsService -DesiredCount 2 -WhatIf 6> $null"),
            () => prompt.Run("Update-EcsService $services -DesiredCount 2 -WhatIf 6> $null"));
        yield return new(
            $"{Services} services piped into `Update-EcsService -WhatIf`: {times[0]:0} ms",
            $"as one argument: {times[1]:0} ms",
            (times[0] - times[1]) * 1000 / Services,
            Goal.AtMost(60, Goal.MoreMicroseconds));
    }
}
