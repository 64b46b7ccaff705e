

using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Sessions;

namespace EcsTools.Local.Http;

/// <summary>
/// The local ECS: an ECS control plane in this process, over HTTP, on loopback only. Any AWS client can use its <see cref="Url"/>.
/// </summary>
public sealed class EcsLocalServer : IDisposable, IAsyncDisposable
{
    private readonly EcsEngine engine;
    private readonly LocalTime time;
    private readonly LaggingReads? lagging;
    private readonly ControlPaths control;
    private readonly SpotPath spot;
    private readonly RequestRouter router;
    private LoopbackListener? listener;
    private Uri? url;

    /// <summary>Creates a local ECS without resources. It listens after it's started.</summary>
    public EcsLocalServer(EcsLocalOptions? options = null)
    {
        Options = options ?? new EcsLocalOptions();
        engine = new EcsEngine(
            Options.TimeProvider, Options.Seed, new Dispatcher()) { TasksPerService = Options.TasksPerService, Timing = Options.Timing };
        time = new LocalTime(engine, Options.TimeProvider);
        engine.Sessions.Program = target =>
            target.Port is { } port
                ? new PortProgram(port.Number)
                : new SimulatedProgram(target, command => engine.Behave(command, target), time.DelayAsync);
        lagging = Options.ConsistencyDelay > TimeSpan.Zero ? new LaggingReads(Options) : null;
        spot = new SpotPath(engine, lagging);
        control = new ControlPaths(engine, lagging, new ClockPath(time), spot);
        router = new RequestRouter(engine, lagging, control, time, Options);
    }

    /// <summary>How it was made.</summary>
    public EcsLocalOptions Options { get; }

    /// <summary>Its URL, for example <c>http://127.0.0.1:51234/</c>.</summary>
    /// <exception cref="InvalidOperationException">It was not started.</exception>
    public Uri Url => url ?? throw new InvalidOperationException("The local ECS was not started.");

    /// <summary>Whether it serves.</summary>
    public bool IsRunning => listener is not null;

    /// <summary>Whether everything has happened that follows from what was asked, unless more is asked or capacity is added.</summary>
    public bool IsSettled => time.IsSettled;

    /// <summary>
    /// How its time passes: <c>Manual</c>, <c>Paused</c>, <c>Real</c>, or as in <c>x60</c> so many times as fast as the world's.
    /// </summary>
    public string Pace => time.Pace;

    /// <summary>Begins to serve.</summary>
    /// <exception cref="IOException">The port is in use, or not allowed.</exception>
    public void Start()
    {
        if (listener is not null) return;
        listener = new LoopbackListener(Options.Port, router.AnswerAsync);
        url = new Uri($"http://127.0.0.1:{listener.Port}/");
    }

    /// <summary>Ends serving. State is kept, and there again after another start.</summary>
    public void Stop()
    {
        listener?.Close();
        listener = null;
    }

    /// <summary>Waits by the server's clock. A manual clock is advanced by that span, so that waiting costs no time.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken = default) => time.DelayAsync(delay, cancellationToken);

    /// <summary>Answers a request that did not come over HTTP.</summary>
    internal Task<Answer?> AnswerAsync(HttpRequest request) => router.AnswerAsync(request);

    internal EcsEngine Engine => engine;

    /// <summary>Internal errors of the local ECS, newest last. It retries automatically, and everything else continues.</summary>
    public IReadOnlyList<LocalFault> GetFaults() => engine.GetFaults();

    /// <summary>The configured behaviors.</summary>
    public LocalBehaviors GetBehaviors() => engine.GetBehaviors();

    /// <summary>Sets a behavior, in the place of the one for the same containers, instances, commands or operation.</summary>
    /// <exception cref="BehaviorException">It makes no sense. Nothing was changed.</exception>
    public void SetBehavior(IBehavior behavior) => control.ChangeBehaviors(all => all.With(behavior));

    /// <summary>Removes the behavior for the same containers, instances, commands or operation.</summary>
    /// <exception cref="BehaviorException">It isn't a behavior of a local ECS.</exception>
    public void RemoveBehavior(IBehavior behavior) => control.ChangeBehaviors(all => all.Without(behavior));

    /// <summary>Removes all behaviors.</summary>
    public void ClearBehaviors() => control.ChangeBehaviors(_ => new());

    /// <summary>Interrupts a task on Fargate Spot, as AWS does when it needs the capacity.</summary>
    /// <param name="taskArn">The ARN of the task.</param>
    /// <returns>Whether it was interrupted: only a task on FARGATE_SPOT whose desired status is RUNNING can be.</returns>
    public bool InterruptSpot(string taskArn) => spot.Interrupt(taskArn);

    /// <summary>Deletes all resources and behaviors, so that a test starts as with a new server.</summary>
    public void Reset() => control.Reset();

    /// <summary>Moves the clock, and returns when everything that was due has happened.</summary>
    /// <exception cref="InvalidOperationException">The clock is neither a <see cref="ManualClock"/> nor a
    /// <see cref="ScaledClock"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It would leave the years that there are.</exception>
    public void Advance(TimeSpan span) => time.Advance(span);

    /// <summary>Moves the clock from event to event until nothing is left to happen.</summary>
    /// <param name="limit">How far it may move.</param>
    /// <returns>Whether everything settled within the limit.</returns>
    /// <exception cref="InvalidOperationException">The clock is neither a <see cref="ManualClock"/> nor a
    /// <see cref="ScaledClock"/>.</exception>
    public bool RunUntilSettled(TimeSpan limit) => time.RunUntilSettled(limit);

    /// <summary>The whole state as it is now, with what is due when.</summary>
    public SavedState Save() => new(engine.Save(), time.Now);

    /// <summary>Writes the whole state to a file, which <see cref="SavedState.Read"/> reads. Calls wait until it's written.</summary>
    public void Save(Stream file) => engine.Save(file);

    /// <summary>Replaces the whole state.</summary>
    /// <exception cref="FormatException">It isn't a state of a local ECS; the error has the place. Nothing was changed.</exception>
    public void Load(SavedState state)
    {
        try
        {
            control.Load(state.Json);
        }
        catch (StateException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Continues with the random choices of the seed in <see cref="Options"/>, instead of those of a loaded state.</summary>
    public void Reseed() => control.Reseed();

    /// <summary>Ends serving, and drops all state.</summary>
    public void Dispose()
    {
        Stop();
        engine.Dispose();
        lagging?.Dispose();
    }

    /// <summary>Ends serving, waits until the last request was taken, and drops all state.</summary>
    public async ValueTask DisposeAsync()
    {
        var last = listener;
        Dispose();
        if (last is not null) await last.WhenClosed();
    }
}
