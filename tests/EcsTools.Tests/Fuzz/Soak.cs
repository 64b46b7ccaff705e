using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using EcsTools.Local;
using EcsTools.Local.Http;

namespace EcsTools.Tests.Fuzz;

/// <summary>Many clients at work on one local ECS, over HTTP, for some time: its resources at the end compared with those at the beginning.</summary>
internal sealed class Soak : IDisposable
{
    private const int Clients = 32;

    /// <summary>The time between two requests of a client. A soak looks for what grows with time, and the benchmarks measure the load that is possible.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly EcsLocalServer server;
    private readonly HttpClient http;
    private readonly KnownArns arns = new();

    public Soak(double scale)
    {
        server = new EcsLocalServer(new EcsLocalOptions { TimeProvider = scale == 1 ? TimeProvider.System : new ScaledClock(scale) });
        server.Start();
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Add("X-EcsTools-Local", "yes");
    }

    /// <summary>The figures of a quarter of the run.</summary>
    /// <param name="Requests">How many requests were answered.</param>
    /// <param name="P50">The milliseconds in which half of them were.</param>
    /// <param name="P99">The milliseconds in which all but a hundredth were.</param>
    /// <param name="Memory">The bytes in use at its end, without the state.</param>
    /// <param name="Handles">The open files and sockets then.</param>
    /// <param name="Threads">The threads then.</param>
    internal sealed record Quarter(int Requests, double P50, double P99, long Memory, int Handles, int Threads)
    {
        public override string ToString() =>
            FormattableString.Invariant($"{Requests:#,0} requests, p50 {P50:0.00} ms, p99 {P99:0.0} ms, {Memory / 1048576.0:0.0} MiB, {Handles} handles, {Threads} threads");
    }

    /// <summary>Works for four quarters of a time.</summary>
    public async Task<List<Quarter>> Run(TimeSpan time, CancellationToken cancellation)
    {
        var quarters = new List<Quarter>();
        await Work(time / 16, 0, cancellation); // all is compiled, all pools are filled
        for (var quarter = 1; quarter <= 4; quarter++) quarters.Add(await Measure(time / 4, quarter, cancellation));
        return quarters;
    }

    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
    }

    private async Task<Quarter> Measure(TimeSpan time, int quarter, CancellationToken cancellation)
    {
        var taken = await Work(time, quarter, cancellation);
        Assert.Empty(server.GetFaults());
        await Ask(new("POST /_local/reset", ""), cancellation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return new(taken.Count, taken[taken.Count / 2], taken[taken.Count * 99 / 100], memory, Handles(process), process.Threads.Count);
    }

    /// <summary>Lets all clients work side by side. Gives the milliseconds that each request took, the shortest first.</summary>
    private async Task<List<double>> Work(TimeSpan time, int quarter, CancellationToken cancellation)
    {
        foreach (var step in FuzzEpisode.Begin().Append(FuzzEpisode.Behavior(new Random(quarter)))) await Ask(step, cancellation);
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var taken = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Client(new Random(quarter * Clients + client), until, cancellation), cancellation)));
        return [.. taken.SelectMany(some => some).Order()];
    }

    private async Task<List<double>> Client(Random random, long until, CancellationToken cancellation)
    {
        var taken = new List<double>();
        while (Stopwatch.GetTimestamp() < until)
        {
            var begin = Stopwatch.GetTimestamp();
            await Ask(random.Next(4) == 0 ? FuzzEpisode.Sensible(random) : Reads[random.Next(Reads.Length)], cancellation);
            taken.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            await Task.Delay(Pause, cancellation);
        }

        return taken;
    }

    private async Task Ask(FuzzStep step, CancellationToken cancellation)
    {
        string body;
        lock (arns) body = arns.Resolve(step.Body);
        using var request = step.IsOperation ? new HttpRequestMessage(HttpMethod.Post, "/") : new HttpRequestMessage(new HttpMethod(step.What.Split(' ')[0]), step.What.Split(' ')[1]);
        request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/x-amz-json-1.1"));
        if (step.IsOperation) request.Headers.Add("X-Amz-Target", "AmazonEC2ContainerServiceV20141113." + step.What);
        using var response = await http.SendAsync(request, cancellation);
        var answer = await response.Content.ReadAsStringAsync(cancellation);
        Assert.True((int)response.StatusCode < 500, answer);
        lock (arns) arns.Learn(answer);
    }

    private static int Handles(Process process) => OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount;

    private static readonly FuzzStep[] Reads =
    [
        new("ListTasks", "{}"), new("ListServices", "{}"), new("ListContainerInstances", "{}"), new("DescribeClusters", "{}"), new("ListTaskDefinitions", "{}"),
        new("DescribeTasks", """{ "tasks": ["«task:0»", "«task:1»", "«task:2»"] }"""), new("DescribeServices", """{ "services": ["s0", "s1", "s2"] }"""),
        new("DescribeContainerInstances", """{ "containerInstances": ["«container-instance:0»", "«container-instance:1»"] }"""),
    ];
}
