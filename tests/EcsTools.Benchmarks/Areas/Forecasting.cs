using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>What -WhatIf predicts, beside reading the cluster.</summary>
internal static class Forecasting
{
    public static IEnumerable<Row> Measure(Effort effort)
    {
        var (tasks, instances) = (effort.Of(5_000), effort.Of(500));
        using var serving = ServingProcess.Start(tasks, "manual", ServingProcess.Services, tasks / instances);
        using var prompt = Prompt.At(serving.ReadLine());
        prompt.Run("$ids = (Get-EcsTask).TaskArn; $definitions = (Get-EcsService).TaskDefinition");
        var times = Interleaved.Milliseconds(
            Math.Min(7, effort.Repetitions),
            warmUps: 3,
            () => prompt.Run("Update-EcsService web-1 -DesiredCount 20 -WhatIf 6> $null"),
            () => prompt.Run("$null = Get-EcsCluster default; $null = Get-EcsContainerInstance; $null = Get-EcsTask; $null = Get-EcsTask -DesiredStatus STOPPED; $null = Get-EcsService; $null = Get-EcsTaskDefinition $definitions; $null = Get-EcsTaskProtection $ids"));
        yield return new(
            $"`Update-EcsService -WhatIf` in a cluster of {instances} instances and {tasks:#,0} tasks: {times[0]:0} ms",
            $"the same calls by Get- cmdlets, one after the other: {times[1]:0} ms",
            times[0] / times[1],
            Goal.AtMost(1.3, Goal.Times));
    }
}
