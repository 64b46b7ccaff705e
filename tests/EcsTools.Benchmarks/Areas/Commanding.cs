using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>A short command in a container, compared with the round trips that the protocol needs.</summary>
internal static class Commanding
{
    private const int Commands = 5000;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var local = new FilledLocal();
        local.AddInstances(1, cpu: 4096, memory: 4096);
        local.AddTaskDefinition("web");
        var task = local.RunTask("web");
        local.Settle();
        using var prompt = Prompt.At(local.Server.Url.AbsoluteUri);
        using var bare = new BareClient(local.Server.Url.AbsoluteUri);
        var (cmdlet, bares) = Interleaved.OneByOne(
            effort.Of(Commands),
            prompt,
            $"Invoke-EcsCommand {task} 'echo done'",
            () => BareSession.RunAsync(bare, task, "echo done").GetAwaiter().GetResult());
        yield return new(
            $"`Invoke-EcsCommand` of a short command: {cmdlet:0.00} ms",
            $"the round trips of the protocol by a bare client: {bares:0.00} ms",
            cmdlet / bares,
            Goal.AtMost(1.3, Goal.Times));
    }
}
