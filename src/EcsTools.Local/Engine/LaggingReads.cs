using EcsTools.Local.Engine.Core;

namespace EcsTools.Local.Engine;

/// <summary>
/// The state for reads under eventual consistency: the whole state as it was some time ago. A second engine keeps it and repeats every
/// write of the first after the delay: the same seed, writes, and times give the same state.
/// </summary>
internal sealed class LaggingReads : IDisposable
{
    private readonly object gate = new();
    private readonly Queue<(DateTimeOffset At, Action<EcsEngine> Write)> writes = [];
    private readonly TimeProvider clock;
    private readonly TimeSpan delay;
    private readonly ManualClock past;
    private readonly EcsEngine engine;

    public LaggingReads(EcsLocalOptions options)
    {
        (clock, delay) = (options.TimeProvider, options.ConsistencyDelay);
        past = new ManualClock(clock.GetUtcNow() - delay);
        engine = new EcsEngine(past, options.Seed, new Dispatcher()) { TasksPerService = options.TasksPerService, Timing = options.Timing };
    }

    /// <summary>Remembers a write that is happening to the first engine now, under its lock.</summary>
    public void Repeat(DateTimeOffset at, Action<EcsEngine> write)
    {
        lock (gate) writes.Enqueue((at, write));
    }

    /// <summary>Shows a replaced state to reads immediately, because replacing it isn't a request that could be repeated.</summary>
    public void Replace(Action<EcsEngine> write)
    {
        lock (gate)
        {
            writes.Clear();
            write(engine);
        }
    }

    public T Read<T>(Func<EcsEngine, T> read)
    {
        lock (gate)
        {
            var moment = clock.GetUtcNow() - delay;
            while (writes.TryPeek(out var next) && next.At <= moment)
            {
                writes.Dequeue();
                MoveTo(next.At);
                Replay(next.Write);
            }

            MoveTo(moment);
            return read(engine);
        }
    }

    public void Dispose() => engine.Dispose();

    // Writes that were rejected or failed do so again, and were answered before.
    private void Replay(Action<EcsEngine> write)
    {
        try
        {
            write(engine);
        }
        catch (Exception)
        {
        }
    }

    private void MoveTo(DateTimeOffset moment)
    {
        var span = moment - past.GetUtcNow();
        if (span > TimeSpan.Zero) past.Advance(span);
    }
}
