
using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Sessions;

namespace EcsTools.Local.Engine.Core;

/// <summary>
/// Owns all state behind one lock, and moves it: a reader sees the state with all events that were due until now.
/// </summary>
internal sealed class EcsEngine : IDisposable
{
    private readonly object gate = new();
    private readonly TimeProvider clock;
    private readonly IDispatcher dispatcher;
    private readonly ulong seed;
    private readonly ITimer timer;
    private EventQueue queue = new();
    private EngineState state;
    private DateTimeOffset? armed;

    public EcsEngine(TimeProvider clock, int seed, IDispatcher dispatcher)
    {
        (this.clock, this.seed, this.dispatcher) = (clock, (ulong)seed, dispatcher);
        state = new EngineState { Random = this.seed };
        state.Link();
        Random.State = state.Random;
        timer = clock.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The moment at which what is happening happens, to the millisecond.</summary>
    public DateTimeOffset Now { get; private set; }

    public SeededRandom Random { get; } = new();

    /// <summary>The open sessions, which aren't part of the state.</summary>
    public LocalSessions Sessions { get; } = new();

    /// <summary>How long things take.</summary>
    public Timing Timing { get; init; } = Timing.Fast;

    /// <summary>How many tasks a service may be asked for.</summary>
    public int TasksPerService { get; init; } = 5000;

    /// <summary>When something happens next that is more than forgetting; null when everything has settled.</summary>
    public DateTimeOffset? NextWork
    {
        get
        {
            lock (gate) return queue.NextWork;
        }
    }

    /// <summary>Lets a request look at, or change, what an account has in a region.</summary>
    public T Run<T>(string account, string region, Func<RegionState, T> request) => InLock(() => request(RegionOf(account, region)));

    /// <summary>Lets a request look at, or change, the whole state.</summary>
    public T Run<T>(Func<EngineState, T> request) => InLock(() => request(state));

    /// <summary>The configured behaviors. Only within the lock.</summary>
    public BehaviorsState Behaviors => state.Behaviors;

    /// <summary>Applies the API's behaviors to a call; null without behaviors, which is checked without the lock.</summary>
    public ApiReaction? React(string operation) =>
        state.Behaviors.Api.Count == 0 ? null : InLock(() => ApiReaction.To(this, state.Behaviors, operation));

    /// <summary>The behavior of a command in a container; null for none.</summary>
    public CommandBehavior? Behave(string command, SessionTarget target) => InLock(() =>
        state.Behaviors.Commands.FindLast(one => one.IsOf(command, target.Family, target.Image, target.Service, target.Container)));

    /// <summary>All behaviors that are set.</summary>
    public LocalBehaviors GetBehaviors() => InLock(() => state.Behaviors.Describe());

    /// <summary>Internal errors of the local ECS, newest last.</summary>
    public IReadOnlyList<LocalFault> GetFaults() => InLock(() => state.Faults.ToList());

    /// <summary>Notes that an operation failed by a fault of the local ECS.</summary>
    public void Note(string operation, Exception error) => InLock(() => Faults.Note(state.Faults, operation, error, Now));

    /// <summary>Forgets everything, numbers too.</summary>
    public void Reset() => InLock(() =>
    {
        var empty = new EngineState { Random = seed };
        empty.Link();
        return Replace(empty);
    });

    /// <summary>The whole state as JSON.</summary>
    public byte[] Save() => InLock(() => StateJson.Write(StateNow()));

    /// <summary>Writes the whole state as JSON. Calls wait until it is written, so that all of it is of one moment.</summary>
    public void Save(Stream stream) => InLock(() =>
    {
        StateJson.Write(StateNow(), stream);
        return true;
    });

    /// <summary>Replaces the whole state by what <see cref="Save()"/> gave; or, when that cannot be, changes nothing.</summary>
    /// <exception cref="StateException">The JSON isn't a state; the error has the place.</exception>
    public void Load(ReadOnlySpan<byte> json)
    {
        var loaded = StateJson.Read(json);
        StateCheck.Limits(loaded, TasksPerService);
        InLock(() => Replace(loaded));
    }

    /// <summary>Continues with the random choices of the engine's own seed, instead of those of a loaded state.</summary>
    public void Reseed() => InLock(() =>
    {
        Random.State = seed;
        return true;
    });

    /// <summary>Lets something act at a moment, unless it is going to act before.</summary>
    public void Schedule(Timed item, DateTimeOffset at)
    {
        if (item.DueAt <= at) return;
        item.DueAt = at;
        item.DueOrder = ++state.LastOrder;
        queue.Add(item);
    }

    /// <summary>Lets something act after a while, and not before.</summary>
    public void ScheduleOnly(Timed item, TimeSpan delay)
    {
        item.DueAt = null;
        Schedule(item, Now + delay);
    }

    /// <summary>Capacity of a cluster became free.</summary>
    public void CapacityFreed(ClusterState cluster) => dispatcher.CapacityFreed(this, cluster);

    /// <summary>
    /// An id for a task or container instance that no other has: a state that was changed by hand may have reset the random numbers.
    /// </summary>
    public string NewId(ClusterState cluster)
    {
        string id;
        do id = Random.HexId();
        while (cluster.Tasks.Find(id) is not null || cluster.Instances.Find(id) is not null);
        return id;
    }

    /// <summary>The number of the next task or instance.</summary>
    public long NextNumber() => ++state.LastNumber;

    /// <summary>The resources of an account in a region. Only within the lock.</summary>
    public RegionState RegionOf(string account, string region)
    {
        var key = $"{account}/{region}";
        if (!state.Regions.TryGetValue(key, out var found))
            state.Regions.Add(key, found = new RegionState { Account = account, Region = region });
        return found;
    }

    /// <summary>Lets everything happen that is due. Only within the lock.</summary>
    public void CatchUp()
    {
        var now = Milliseconds(clock.GetUtcNow());
        while (queue.TryTake(now, out var item, out var at))
        {
            // A moment long past would be one of a state that was loaded: what is due then happens now.
            if (at > Now) Now = at;
            Wake(item);
        }

        Now = now;
    }

    public void Dispose()
    {
        timer.Dispose();
        Sessions.Dispose();
    }

    private EngineState StateNow()
    {
        (state.Random, state.SavedAt) = (Random.State, Now);
        return state;
    }

    private bool Replace(EngineState other)
    {
        state = other;
        Random.State = other.Random;
        queue = new EventQueue();
        foreach (var item in other.Timed()) queue.Add(item);
        return true;
    }

    private T InLock<T>(Func<T> action)
    {
        lock (gate)
        {
            try
            {
                CatchUp();
                return action();
            }
            finally
            {
                Arm();
            }
        }
    }

    private void RunDue()
    {
        lock (gate)
        {
            armed = null;
            CatchUp();
            Arm();
        }
    }

    // A failing object doesn't stop the others. It's retried a few times, and then waits for a change from outside.
    private void Wake(Timed item)
    {
        try
        {
            item.Acted = (Now, item.Acted.At == Now ? item.Acted.Times + 1 : 0);
            if (item.Acted.Times > Faults.MaxRepeats) throw new InvalidOperationException("It repeats endlessly at the same time.");
            dispatcher.Due(this, item);
        }
        catch (Exception e)
        {
            var times = Faults.Note(state.Faults, item.Title ?? item.GetType().Name, e, Now);
            if (times <= Faults.MaxRetries) Schedule(item, Now + Faults.RetryDelay);
        }
    }

    private void Arm()
    {
        if (queue.Next == armed) return;
        armed = queue.Next;
        timer.Change(armed is { } at ? Positive(at - clock.GetUtcNow()) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // Timers take at most some weeks; the callback arms the timer again.
    private static TimeSpan Positive(TimeSpan span) => TimeSpan.FromTicks(Math.Clamp(span.Ticks, 0, TimeSpan.TicksPerDay));

    // The wire format has milliseconds; a saved and loaded state must not differ from the original.
    private static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        new(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
