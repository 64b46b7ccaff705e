using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>Scheduling at scale on the manual clock, from the requests until everything rests.</summary>
internal static class Placing
{
    private const int TasksOfAService = 20, TasksOfAnInstance = 20;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var (tasks, instances, rolled) = (effort.Of(100_000), effort.Of(5_000), effort.Of(5_000));
        var seconds = Interleaved.Medians(Math.Min(3, effort.Repetitions), warmUps: 1, () => Place(tasks, instances) / 1000, () => Roll(rolled) / 1000);
        yield return new($"{tasks:#,0} tasks of {tasks / TasksOfAService:#,0} services placed on {instances:#,0} instances", "", seconds[0], Goal.AtMost(4 * effort.Scale, Goal.Seconds));
        yield return new($"a service of {rolled:#,0} tasks rolled", "", seconds[1], Goal.AtMost(0.1 * effort.Scale, Goal.Seconds));
    }

    private static double Place(int tasks, int instances) => Interleaved.Milliseconds(() =>
    {
        using var local = new FilledLocal();
        local.AddInstances(instances, cpu: 4096, memory: 8192);
        local.AddTaskDefinition("web");
        for (var service = 0; service < tasks / TasksOfAService; service++) local.AddService($"web-{service}", "web", TasksOfAService);
        local.Settle();
    });

    private static double Roll(int tasks)
    {
        using var local = new FilledLocal();
        local.AddInstances(tasks / TasksOfAnInstance, cpu: 4096, memory: 8192);
        local.AddTaskDefinition("web");
        local.AddService("web", "web", tasks);
        local.Settle();
        return Interleaved.Milliseconds(() =>
        {
            local.Ask("UpdateService", """{"service":"web","forceNewDeployment":true}""");
            local.Settle();
        });
    }
}
