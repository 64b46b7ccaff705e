using System.Diagnostics;
using System.Text.Json.Nodes;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Show;

/// <summary>A page that stays open on a cluster in which rollouts, stops, drains and scaling never end: its figures at the end compared with those at the beginning.</summary>
internal sealed class OpenPage : IDisposable
{
    private const int Services = 4;

    /// <summary>The time of the local ECS that passes in a turn, and the real time between two turns: ten times as fast as real time.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromMilliseconds(200);

    private readonly EcsPrompt prompt;
    private readonly Browser browser = new();
    private readonly HttpClient http = new();
    private readonly Uri url;
    private readonly int tasks;
    private int turns;

    /// <param name="tasks">The number of tasks that the cluster runs.</param>
    public OpenPage(int tasks)
    {
        this.tasks = tasks;
        prompt = Shop.Open(instances: tasks / 20);
        prompt.Run($$"""
            $ErrorActionPreference = 'Stop'
            foreach ($number in 1..{{Services}}) { $null = New-EcsService "web$number" -TaskDefinition web -DesiredCount {{tasks / Services}} }
            $null = Step-EcsLocal
            """).Clean();
        url = new Uri(prompt.Run("Show-EcsCluster -NoBrowser -PassThru").One<string>());
        browser.Open(url);
        browser.Until($"document.querySelector('#summary').textContent.startsWith('{tasks} running')");
    }

    /// <summary>The figures of a quarter of the run.</summary>
    /// <param name="Turns">How often something was done.</param>
    /// <param name="CallsPerMinute">The calls to ECS per minute.</param>
    /// <param name="Browser">The resources of the browser at its end.</param>
    /// <param name="Managed">The managed bytes then of this process, which is the page's server and the local ECS.</param>
    /// <param name="Looks">How often the cluster was read.</param>
    internal sealed record Quarter(int Turns, double CallsPerMinute, BrowserFigures Browser, long Managed, long Looks)
    {
        public override string ToString() => FormattableString.Invariant(
            $"{Turns:#,0} turns, {Looks:#,0} looks, {CallsPerMinute:#,0} calls/min, heap {Mebi(Browser.Heap)}, {Browser.Nodes:#,0} nodes, {Browser.Listeners:#,0} listeners, browser {Mebi(Browser.Memory)}, server {Mebi(Managed)}");

        private static string Mebi(long bytes) => FormattableString.Invariant($"{bytes / 1048576.0:0.0} MiB");
    }

    /// <summary>Works for four quarters of a time.</summary>
    public async Task<List<Quarter>> Run(TimeSpan time, Action<Quarter> note, CancellationToken cancellation)
    {
        var quarters = new List<Quarter>();
        await Work(time / 16, cancellation); // all is compiled, all pools are filled
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            quarters.Add(await Measure(time / 4, cancellation));
            note(quarters[^1]);
        }

        return quarters;
    }

    /// <summary>The errors and warnings in the console of the browser.</summary>
    public IReadOnlyList<string> Problems() => browser.Problems();

    public void Dispose()
    {
        http.Dispose();
        browser.Dispose();
        prompt.Dispose();
    }

    private async Task<Quarter> Measure(TimeSpan time, CancellationToken cancellation)
    {
        var (began, calls, looks, first) = (Stopwatch.GetTimestamp(), await Status("calls", cancellation), await Status("looks", cancellation), turns);
        await Work(time, cancellation);
        calls = await Status("calls", cancellation) - calls;
        looks = await Status("looks", cancellation) - looks;
        var minutes = Stopwatch.GetElapsedTime(began).TotalMinutes;
        browser.Until("document.querySelector('#live').getAttribute('aria-pressed') === 'true'");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return new(turns - first, calls / minutes, browser.Figures(), GC.GetTotalMemory(forceFullCollection: true), looks);
    }

    private async Task Work(TimeSpan time, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        do
        {
            prompt.Run($"{Deed(turns++)}; $null = Step-EcsLocal {Step.TotalSeconds}").Clean();
            await Task.Delay(Pause, cancellation);
        }
        while (Stopwatch.GetElapsedTime(began) < time);
    }

    // Every minute of the local ECS a rollout, and now and then a stop, a scaling, and a drain that ends.
    private string Deed(int turn) => (turn % 30) switch
    {
        0 => $"$null = Update-EcsService web{turn / 30 % Services + 1} -ForceNewDeployment",
        5 or 15 or 25 => "Get-EcsTask -ServiceName web1 -First 3 | Stop-EcsTask -Confirm:$false",
        8 => $"$null = Update-EcsService web2 -DesiredCount {tasks / Services - tasks / 100}",
        18 => $"$null = Update-EcsService web2 -DesiredCount {tasks / Services}",
        10 => "$null = Get-EcsContainerInstance -First 1 | Update-EcsContainerInstanceState -Status DRAINING",
        20 => "$null = Get-EcsContainerInstance -Status DRAINING | Update-EcsContainerInstanceState -Status ACTIVE",
        _ => "",
    };

    private async Task<long> Status(string member, CancellationToken cancellation) =>
        (long)JsonNode.Parse(await http.GetStringAsync(new Uri(url, "status"), cancellation))![member]!;
}
