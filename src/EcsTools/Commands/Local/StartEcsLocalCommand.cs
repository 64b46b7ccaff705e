using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Local;
using EcsTools.Local.Http;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Starts a local ECS in this process and points the session at it.</summary>
[Cmdlet(VerbsLifecycle.Start, "EcsLocal", DefaultParameterSetName = "RealTime", SupportsShouldProcess = true), OutputType(typeof(EcsLocal))]
public sealed partial class StartEcsLocalCommand : EcsLocalCommand, IDisposable
{
    private readonly ManualResetEventSlim stopping = new();

    [Parameter(Position = 0, HelpMessage = "The port on the loopback address. Default: 0, a free port.")]
    [ValidateRange(0, 65535), Scalar(typeof(int))]
    public int? Port { get; set; } = 0;

    [Parameter(ParameterSetName = "RealTime", HelpMessage = "How many times faster than real time the local ECS runs. Default: 1.")]
    [ValidateRange(0.001, 100000.0)]
    public double TimeScale { get; set; } = 1;

    [Parameter(Mandatory = true, ParameterSetName = "ManualClock", HelpMessage = "Stops its clock. Step-EcsLocal and waits advance it.")]
    public SwitchParameter ManualClock { get; set; }

    [Parameter(HelpMessage = "The seed of its random choices. The same seed and the same requests give the same run. With -Path: the random choices from then on; by default they continue as saved.")]
    [Scalar(typeof(int))]
    public int? Seed { get; set; } = 0;

    [Parameter(HelpMessage = "The account ID in its ARNs. Default: 123456789012.")]
    [ValidatePattern("^[0-9]{12}$")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Account { get; set; } = "123456789012";

    [Parameter(HelpMessage = "The region that the session uses with it. Default: us-east-1.")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "us-east-1";

    [Parameter(HelpMessage = "The delay after which a read shows a write (eventual consistency, as in ECS), as a TimeSpan or in seconds. Default: 0.")]
    [Seconds]
    public TimeSpan ConsistencyDelay { get; set; }

    [Parameter(HelpMessage = "How long tasks, deployments, and instances take. Fast: seconds. Realistic: as long as on AWS. Or the path of a JSON file with durations in seconds. Default: Fast.")]
    [ArgumentCompleter(typeof(TimingCompleter))]
    public string Timing { get; set; } = nameof(Local.Timing.Fast);

    [Parameter(HelpMessage = "The quota for tasks per service of the account. Default: 5,000.")]
    [ValidateRange(1, 100000)]
    public int? TasksPerService { get; set; } = 5000;

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "A file that Export-EcsLocal wrote: the initial state. A manual clock starts at the time at which the state was saved.")]
    [Alias("FullName", "PSPath")]
    public string? Path { get; set; }

    [Parameter(HelpMessage = "Displays the URL and runs until you press Ctrl+C, for clients in other processes.")]
    public SwitchParameter Wait { get; set; }

    /// <summary>Starts it.</summary>
    private protected override void Process()
    {
        if (Session.Local is { } running)
            throw Stop(
                "LocalAlreadyRuns",
                ErrorCategory.ResourceExists,
                running.Url,
                $"This session already has a local ECS at {running.Url}.",
                "Stop it first with Stop-EcsLocal.");
        if (Path is not null && Like is not null)
            throw Stop(
                "PathAndLike",
                ErrorCategory.InvalidArgument,
                Path,
                "-Path and -Like can't be used together: the initial state comes from a file or from clusters.",
                "Omit one of them.");
        var region = Like is null ? null : ReadRegion();
        var state = region is not null ? Copy(region) : Path is null ? null : ReadState(Path);
        if (region is not null) (Account, Region) = (region.Account, region.Region);
        var timing = ReadTiming();
        if (!ShouldProcess(
            Port == 0 ? "local ECS on a free port" : $"local ECS on port {Port}",
            Like is not null ? $"Start with a copy of {string.Join(", ", Like)}"
                : Path is null ? "Start"
                : $"Start with the state in {Path}"))
            return;
        var server = NewServer(state?.SavedAt, timing);
        if (state is not null) Load(server, state);
        var cluster = Session.Cluster;
        Session.UseLocal(server);
        if (region is not null) Session.Cluster = cluster; // a runbook keeps using its own names
        if (Wait) Announce(server);
        WriteObject(EcsLocal.Of(server));
        if (!Wait) return;
        stopping.Wait();
        Session.StopLocal();
    }

    /// <summary>Ctrl+C ends a server that was waited for.</summary>
    protected override void StopProcessing()
    {
        reading.Cancel();
        stopping.Set();
    }

    /// <summary>Frees what the wait holds.</summary>
    public void Dispose()
    {
        reading.Dispose();
        stopping.Dispose();
    }

    /// <summary>Displays the URL at once: what is written to the pipeline may be held back by a table until the command ends.</summary>
    private void Announce(EcsLocalServer server) =>
        WriteInformation(
            new HostInformationMessage { Message = $"The local ECS is listening on {server.Url}. Press Ctrl+C to stop it." }, ["PSHOST"]);

    private EcsLocalServer NewServer(DateTimeOffset? begin, Local.Timing timing)
    {
        TimeProvider clock = ManualClock ? new ManualClock(begin) : new ScaledClock(TimeScale);
        var server = new EcsLocalServer(new EcsLocalOptions
        {
            Port = Port!.Value,
            TimeProvider = clock,
            Seed = Seed!.Value,
            Account = Account,
            Region = Region,
            ConsistencyDelay = ConsistencyDelay,
            TasksPerService = TasksPerService!.Value,
            Timing = timing,
        });
        try
        {
            server.Start();
        }
        catch (IOException e)
        {
            throw Stop(
                "PortInUse", ErrorCategory.ResourceUnavailable, Port, e.Message, "Specify another -Port, or omit it to use a free one.", e);
        }

        return server;
    }

    private Local.Timing ReadTiming()
    {
        try
        {
            return Local.Timing.Named(Timing) ?? Local.Timing.Read(WholeFile.PathOf(this, Timing));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw Stop(
                "TimingNotLoaded",
                ErrorCategory.InvalidData,
                Timing,
                $"The timing '{Timing}' wasn't loaded: {e.Message}",
                "Specify Fast, Realistic, or a JSON file with durations in seconds, for example { \"profile\": \"Realistic\", \"pull\": 60 }.",
                e);
        }
    }

    private SavedState ReadState(string path)
    {
        try
        {
            return SavedState.Read(WholeFile.PathOf(this, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw NoState(path, e);
        }
    }

    private void Load(EcsLocalServer server, SavedState state)
    {
        try
        {
            server.Load(state);
            if (MyInvocation.BoundParameters.ContainsKey(nameof(Seed))) server.Reseed();
        }
        catch (FormatException e)
        {
            server.Dispose();
            throw NoState(Path ?? $"the copy of {string.Join(", ", Like!)}", e);
        }
    }

    private Exception NoState(string path, Exception e) =>
        Stop(
            "StateNotLoaded",
            ErrorCategory.InvalidData,
            path,
            $"The state in '{path}' wasn't loaded: {e.Message}",
            "Specify a file that Export-EcsLocal wrote.",
            e);
}
