using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Local;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Starts a local ECS in this process and points the session at it.</summary>
[Cmdlet(VerbsLifecycle.Start, "EcsLocal", DefaultParameterSetName = "RealTime"), OutputType(typeof(EcsLocal))]
public sealed class StartEcsLocalCommand : EcsToolsCommand, IDisposable
{
    private readonly ManualResetEventSlim stopping = new();

    /// <summary>The port on loopback; 0, the default, takes a free one.</summary>
    [Parameter(Position = 0, HelpMessage = "The port on loopback; 0, the default, takes a free one.")]
    [ValidateRange(0, 65535), Scalar(typeof(int))]
    public int? Port { get; set; } = 0;

    /// <summary>How many times faster than the world's its time passes; 1 by default.</summary>
    [Parameter(ParameterSetName = "RealTime", HelpMessage = "How many times faster than the world's its time passes; 1 by default.")]
    [ValidateRange(0.001, 100000.0)]
    public double TimeScale { get; set; } = 1;

    /// <summary>Lets its time stand still until Step-EcsLocal or a wait moves it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ManualClock", HelpMessage = "Lets its time stand still until Step-EcsLocal or a wait moves it.")]
    public SwitchParameter ManualClock { get; set; }

    /// <summary>What its random choices start from: the same seed and the same requests give the same run.</summary>
    [Parameter(HelpMessage = "What its random choices start from: the same seed and the same requests give the same run.")]
    [Scalar(typeof(int))]
    public int? Seed { get; set; } = 0;

    /// <summary>The account that its ARNs name.</summary>
    [Parameter(HelpMessage = "The account that its ARNs name; 123456789012 by default.")]
    [ValidatePattern("^[0-9]{12}$")]
    public string Account { get; set; } = "123456789012";

    /// <summary>The region that the session uses with it.</summary>
    [Parameter(HelpMessage = "The region that the session uses with it; us-east-1 by default.")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "us-east-1";

    /// <summary>How long reads lag behind writes, as those of ECS do, as a span of time or in seconds; not at all by default.</summary>
    [Parameter(HelpMessage = "How long reads lag behind writes, as those of ECS do, as a span of time or in seconds; not at all by default.")]
    [Seconds]
    public TimeSpan ConsistencyDelay { get; set; }

    /// <summary>A file that Export-EcsLocal wrote: the state to begin with. A manual clock begins at the time at which it was saved.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "A file that Export-EcsLocal wrote: the state to begin with. A manual clock begins at the time at which it was saved.")]
    [Alias("FullName", "PSPath")]
    public string? Path { get; set; }

    /// <summary>Serves until Ctrl+C, for clients in other processes.</summary>
    [Parameter(HelpMessage = "Serves until Ctrl+C, for clients in other processes.")]
    public SwitchParameter Wait { get; set; }

    /// <summary>Starts it.</summary>
    private protected override void Process()
    {
        var session = EcsSession.Current;
        if (session.Local is { } running) ThrowTerminatingError(AlreadyRuns(running));
        var state = Path is null ? null : ReadState(Path);
        var server = NewServer(state?.SavedAt);
        if (state is not null) Load(server, state);
        session.UseLocal(server);
        WriteObject(EcsLocal.Of(server));
        if (!Wait) return;
        stopping.Wait();
        session.StopLocal();
    }

    /// <summary>Ctrl+C ends a server that was waited for.</summary>
    protected override void StopProcessing() => stopping.Set();

    /// <summary>Frees what the wait holds.</summary>
    public void Dispose() => stopping.Dispose();

    private EcsLocalServer NewServer(DateTimeOffset? begin)
    {
        TimeProvider clock = ManualClock ? new ManualClock(begin) : TimeScale == 1 ? TimeProvider.System : new ScaledClock(TimeScale);
        var server = new EcsLocalServer(new EcsLocalOptions { Port = Port!.Value, TimeProvider = clock, Seed = Seed!.Value, Account = Account, Region = Region, ConsistencyDelay = ConsistencyDelay });
        try
        {
            server.Start();
        }
        catch (IOException e)
        {
            ThrowTerminatingError(Errors.Record(e, "PortInUse", ErrorCategory.ResourceUnavailable, Port, e.Message, "Choose another -Port, or none to take a free one."));
        }

        return server;
    }

    private SavedState? ReadState(string path)
    {
        try
        {
            return SavedState.Read(GetUnresolvedProviderPathFromPSPath(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            ThrowTerminatingError(NoState(path, e));
            return null;
        }
    }

    private void Load(EcsLocalServer server, SavedState state)
    {
        try
        {
            server.Load(state);
        }
        catch (FormatException e)
        {
            server.Dispose();
            ThrowTerminatingError(NoState(Path!, e));
        }
    }

    private static ErrorRecord NoState(string path, Exception e) => Errors.Record(
        e, "StateNotLoaded", ErrorCategory.InvalidData, path, $"The state in '{path}' was not loaded: {e.Message}", "Give a file that Export-EcsLocal wrote.");

    private static ErrorRecord AlreadyRuns(EcsLocalServer running) => Errors.Record(
        new InvalidOperationException(), "LocalAlreadyRuns", ErrorCategory.ResourceExists, running.Url, $"This session already runs a local ECS at {running.Url}.", "End it with Stop-EcsLocal first.");
}
