using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>Waiting times of a user at a prompt: for a table, and for a name after Tab.</summary>
internal static class Showing
{
    private const int ServicesToComplete = 2_000;

    public static IEnumerable<Row> Measure(Effort effort) => [Rows(effort), .. Names(effort)];

    /// <summary>Beside objects whose columns are plain properties, in a table with as many columns.</summary>
    private static Row Rows(Effort effort)
    {
        var tasks = effort.Of(10_000);
        using var serving = ServingProcess.Start(tasks);
        using var prompt = Prompt.At(serving.ReadLine());
        prompt.Run("""
            $tasks = @(Get-EcsTask)
            $rows = @($tasks | . { process { [pscustomobject] @{ Id = $_.Id; Status = 'RUNNING'; CreatedAt = '2 min'; Definition = $_.Definition; Zone = $_.Zone; Instance = 'i-1'; Reason = '' } } })
            """);
        var times = Interleaved.Milliseconds(
            Math.Min(5, effort.Repetitions),
            warmUps: 3,
            () => prompt.Run("$null = $tasks | Out-String"),
            () => prompt.Run("$null = $rows | Format-Table Id, Status, CreatedAt, Definition, Zone, Instance, Reason | Out-String"));
        return new($"{tasks:#,0} tasks as a table: {times[0]:0} ms", $"as many objects with ready-made columns: {times[1]:0} ms", times[0] / times[1], Goal.AtMost(1.5, Goal.Times));
    }

    private static IEnumerable<Row> Names(Effort effort)
    {
        var services = effort.Of(ServicesToComplete);
        using var serving = ServingProcess.Start(0, "manual", services);
        using var prompt = Prompt.At(serving.ReadLine());
        prompt.Run("$null = Get-EcsCluster; $null = TabExpansion2 'Get-Item /t' 11");
        var first = Interleaved.Milliseconds(() => Complete(prompt));
        var again = Interleaved.Medians(effort.Repetitions, warmUps: 0, () => Interleaved.Milliseconds(() => Complete(prompt)))[0];
        yield return new($"Tab on a service name, in a cluster of {services:#,0} services", "", first, Goal.AtMost(300, Goal.Milliseconds));
        yield return new("the same again", "", again, Goal.AtMost(20, Goal.Milliseconds));
    }

    private static void Complete(Prompt prompt) =>
        prompt.Run("if ((TabExpansion2 'Get-EcsService web-1' 20).CompletionMatches.Count -eq 0) { throw 'There are no names.' }");
}
