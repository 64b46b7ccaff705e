using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>The waiting time of a runbook in CI: a process, the import, and one call. Each turn is a process of its own, in PowerShell itself.</summary>
internal static class Starting
{
    private const string Boto3 = "import boto3; boto3.client('ecs').list_clusters()";
    private const string Node = "const { ECSClient, ListClustersCommand } = require('@aws-sdk/client-ecs'); new ECSClient().send(new ListClustersCommand()).then(() => process.exit(0), () => process.exit(1))";

    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var serving = ServingProcess.Start(0);
        foreach (var (name, value) in new[] { ("AWS_ENDPOINT_URL_ECS", serving.ReadLine()), ("AWS_REGION", "us-east-1"), ("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b") }) Environment.SetEnvironmentVariable(name, value);
        using var empty = new EmptyModule("Empty");
        using var other = new EmptyModule("Other");
        return [.. Processes(effort, empty), .. Imports(effort, empty, other)];
    }

    private static IEnumerable<Row> Processes(Effort effort, EmptyModule empty)
    {
        (string Name, string[] Command)[] others =
        [
            ("the AWS CLI", ["aws", "ecs", "list-clusters"]),
            ("boto3", ["python3", "-c", Boto3]),
            ("the AWS SDK for JavaScript", ["node", "-e", Node]),
        ];
        var there = others.Where(other => Shell.Works(other.Command)).ToList();
        var times = Interleaved.Medians(
            effort.Repetitions,
            warmUps: 1, // of the disk's cache only
            [
                () => Shell.Milliseconds([.. Shell.PowerShell, $"Import-Module '{Prompt.Module}'; Get-EcsCluster"]),
                () => Shell.Milliseconds([.. Shell.PowerShell, $"Import-Module '{empty.Manifest}'"]),
                .. there.Select(other => (Func<double>)(() => Shell.Milliseconds(other.Command))),
            ]);
        yield return new(
            $"`pwsh -NoProfile -c \"Import-Module EcsTools; Get-EcsCluster\"`: {times[0]:0} ms",
            $"the same with an empty module and no call: {times[1]:0} ms",
            times[0] - times[1],
            Goal.AtMost(350, Goal.MoreMilliseconds));
        for (var index = 0; index < there.Count; index++)
        {
            yield return new("the same", $"the clusters listed by {there[index].Name}: {times[index + 2]:0} ms", times[0] / times[index + 2], Goal.AtMost(1, Goal.Times));
        }

        foreach (var (name, _) in others.Except(there)) yield return Row.Skipped("the same", $"{name}, which isn't installed");
    }

    private static IEnumerable<Row> Imports(Effort effort, EmptyModule empty, EmptyModule other)
    {
        var (first, second, sdk) = (new List<double>(), new List<double>(), 0.0);
        var imports = Interleaved.Medians(
            effort.Repetitions,
            warmUps: 1,
            () =>
            {
                var figures = Shell.Figures(Import(other, Prompt.Module, "Get-EcsCluster"));
                first.Add(figures[1]);
                second.Add(figures[2]);
                sdk += figures[3];
                return figures[0];
            },
            () => Shell.Figures(Import(other, empty.Manifest, "$null"))[0]);
        yield return new($"`Import-Module EcsTools` in a warm shell: {imports[0]:0} ms", $"an empty binary module: {imports[1]:0} ms", imports[0] - imports[1], Goal.AtMost(40, Goal.MoreMilliseconds));
        yield return new("assemblies of the AWS SDK that the import loads", "", sdk, Goal.AtMost(0, Goal.Number));
        var calls = (First: Interleaved.Median(first), Second: Interleaved.Median(second));
        yield return new($"the first call after it: {calls.First:0} ms", $"the second: {calls.Second:0.0} ms", calls.First - calls.Second, Goal.AtMost(150, Goal.MoreMilliseconds));
    }

    /// <summary>A script that returns the times of an import, of the first call, and of the second, and the number of SDK assemblies that the import loaded. Before, the shell imports another module.</summary>
    private static string Import(EmptyModule before, string manifest, string call) => $$"""
        $ErrorActionPreference = 'Stop'
        function Measure-Time([scriptblock] $Work) { $watch = [Diagnostics.Stopwatch]::StartNew(); $null = & $Work; $watch.Elapsed.TotalMilliseconds }
        $null = Measure-Time { Import-Module '{{before.Manifest}}' }
        $import = Measure-Time { Import-Module '{{manifest}}' -Scope Global }
        $sdk = @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like 'AWSSDK*' }).Count
        "$import $(Measure-Time { {{call}} }) $(Measure-Time { {{call}} }) $sdk"
        """;
}
