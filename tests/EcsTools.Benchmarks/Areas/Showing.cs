using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>Waiting times of a user at a prompt: for a table, and for a name after Tab. In PowerShell itself, which has the cmdlets for that.</summary>
internal static class Showing
{
    private const int Turns = 8;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var (tasks, services) = (effort.Of(10_000), effort.Of(2_000));
        var rows = Figures(tasks, ServingProcess.Services, $$"""
            $tasks = @(Get-EcsTask)
            $rows = @($tasks | ForEach-Object { [pscustomobject] @{ Id = $_.Id; Status = 'RUNNING'; CreatedAt = '2 min'; Definition = $_.Definition; Zone = $_.Zone; Instance = 'i-1'; Reason = '' } })
            $ours = $theirs = [double]::MaxValue
            foreach ($turn in 1..{{Turns}}) {
                $ours = [Math]::Min($ours, (Measure-Time { $tasks | Out-String }))
                $theirs = [Math]::Min($theirs, (Measure-Time { $rows | Format-Table Id, Status, CreatedAt, Definition, Zone, Instance, Reason | Out-String }))
            }
            "$ours $theirs"
            """);
        yield return new($"{tasks:#,0} tasks as a table: {rows[0]:0} ms", $"as many objects with ready-made columns: {rows[1]:0} ms", rows[0] / rows[1], Goal.AtMost(1.5, Goal.Times));

        var names = Figures(0, services, """
            $null = Get-EcsCluster
            $null = TabExpansion2 'Get-Item /t' 11
            $work = { (TabExpansion2 'Get-EcsService web-1' 20).CompletionMatches[0].ToString() }
            "$(Measure-Time $work) $(Measure-Time $work)"
            """);
        yield return new($"Tab on a service name, in a cluster of {services:#,0} services", "", names[0], Goal.AtMost(300, Goal.Milliseconds));
        yield return new("the same again", "", names[1], Goal.AtMost(20, Goal.Milliseconds));
    }

    private static double[] Figures(int tasks, int services, string script)
    {
        using var serving = ServingProcess.Start(tasks, services: services);
        return Shell.Figures($$"""
            $ErrorActionPreference = 'Stop'
            function Measure-Time([scriptblock] $Work) { [GC]::Collect(); $watch = [Diagnostics.Stopwatch]::StartNew(); $null = & $Work; $watch.Elapsed.TotalMilliseconds }
            Import-Module '{{Prompt.Module}}'
            Set-EcsContext -Region us-east-1 -AccessKey a -SecretKey b -EndpointUrl {{serving.ReadLine()}}
            {{script}}
            """);
    }
}
