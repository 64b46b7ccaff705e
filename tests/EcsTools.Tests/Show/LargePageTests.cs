using System.Diagnostics;
using System.Text.Json;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Show;

/// <summary>
/// A page of a large cluster: the time until it is shown, the sizes of the data, and the frames during a rollout, a zoom, and while the time line is dragged.
/// In CI a small cluster; by hand 5,000 instances with 50,000 tasks: <c>build.ps1 -Task Page</c>. Times depend on the machine, so only sizes are checked.
/// </summary>
public sealed class LargePageTests(ITestOutputHelper output) : IDisposable
{
    private const int TasksPerInstance = 10, TasksPerService = 5000;

    private const int StepSeconds = 3;

    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("ECSTOOLS_PAGE_MINUTES") is not null;

    /// <summary>How many frames are measured in each part.</summary>
    private static readonly int Frames = IsWhole ? 60 : 10;

    /// <summary>Closer in the first half of the frames, and back again.</summary>
    private static readonly string Zoom = $$"""
        const canvas = document.querySelector('#canvas'), box = canvas.getBoundingClientRect();
        const at = { clientX: box.left + box.width / 3, clientY: box.top + box.height / 3 };
        canvas.dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, cancelable: true, deltaY: frame < {{Frames / 2}} ? -100 : 100, ...at }));
        """;

    /// <summary>From the end of the time line to its beginning, and back again.</summary>
    private static readonly string Drag = $$"""
        const time = document.querySelector('#time');
        time.value = Number(time.min) + (time.max - time.min) * Math.abs({{Frames / 2}} - frame) / {{Frames / 2}};
        time.dispatchEvent(new Event('input'));
        """;

    private readonly int instances = IsWhole ? 5000 : 50;
    private readonly EcsPrompt prompt = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(5) };

    private int Tasks => instances * TasksPerInstance;

    private int PerService => Math.Min(TasksPerService, Tasks / 2);

    public void Dispose()
    {
        http.Dispose();
        prompt.Dispose();
    }

    [Fact]
    public async Task It_stays_fluid()
    {
        using var browser = new Browser();
        Begin();
        var url = new Uri(prompt.Run("Show-EcsCluster -NoBrowser -PassThru").One<string>());
        Show(browser, url, "the first page");
        Show(browser, url, "another page");
        output.WriteLine($"nothing happens: {browser.Frames(Frames)}");

        prompt.Run("$null = Update-EcsService web1 -ForceNewDeployment").Clean();
        for (var second = StepSeconds; second <= 4 * StepSeconds; second += StepSeconds)
        {
            var (time, cpu) = (browser.Text("#clock"), browser.Cpu());
            var frames = browser.Frames(Frames, happens: () =>
            {
                prompt.Run($"$null = Step-EcsLocal {StepSeconds}").Clean();
                browser.Until($"document.querySelector('#clock').textContent !== '{time}'");
            });
            output.WriteLine($"a rollout of {PerService:#,0} tasks, second {second}: {frames}; processor time {(browser.Cpu() - cpu).TotalMilliseconds:0} ms");
        }

        output.WriteLine($"zoom: {browser.Frames(Frames, Zoom)}");
        output.WriteLine($"time line: {browser.Frames(Frames, Drag)}");
        Assert.Empty(browser.Problems());
        await Sizes(url);
    }

    private void Show(Browser browser, Uri url, string what)
    {
        var (cpu, own) = (browser.Cpu(), Cpu());
        browser.Open(url);
        browser.Until($"document.querySelector('#summary').textContent.startsWith('{Tasks} running')");
        output.WriteLine(FormattableString.Invariant($"{what} is shown after {browser.Run("return performance.now()"):0} ms; processor time of the browser {(browser.Cpu() - cpu).TotalMilliseconds:0} ms, of the server and the local ECS {(Cpu() - own).TotalMilliseconds:0} ms"));
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private async Task Sizes(Uri url)
    {
        var began = Stopwatch.GetTimestamp();
        var bytes = await http.GetByteArrayAsync(new Uri(url, "timeline"), TestContext.Current.CancellationToken);
        var took = Stopwatch.GetElapsedTime(began);
        using var steps = JsonDocument.Parse(bytes);
        var sizes = steps.RootElement.EnumerateArray().Select(step => step.GetRawText().Length).ToList();
        output.WriteLine(FormattableString.Invariant($"the time line has {bytes.Length:#,0} bytes after {took.TotalMilliseconds:0} ms: the first picture {sizes[0]:#,0}, {sizes.Count - 1} steps of {sizes.Skip(1).Min():#,0} to {sizes.Skip(1).Max():#,0}"));
        Assert.InRange(sizes[0], 0, 600 * (Tasks + instances) + 100_000);
    }

    private void Begin() => prompt.Run($$"""
        $ErrorActionPreference = 'Stop'
        $null = Start-EcsLocal -ManualClock
        Set-EcsContext -Cluster shop
        $null = New-EcsCluster shop
        $resource = @{ name = 'CPU'; type = 'INTEGER'; integerValue = 4096 }, @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 8192 }
        foreach ($number in 1..{{instances}}) {
            $null = Register-EcsContainerInstance -TotalResource $resource -Attribute @{ name = 'ecs.availability-zone'; value = 'us-east-1' + 'abc'[$number % 3] }
        }
        $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx'; cpu = 372; memory = 720 }
        foreach ($number in 1..{{Tasks / PerService}}) { $null = New-EcsService "web$number" -TaskDefinition web -DesiredCount {{PerService}} }
        $null = Step-EcsLocal
        """).Clean();
}
