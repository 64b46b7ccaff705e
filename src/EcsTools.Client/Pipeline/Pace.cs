namespace EcsTools.Client;

/// <summary>
/// How fast an endpoint takes calls. Nothing is held back before it asks to slow down; from then on calls go as fast as they were seen to
/// get through, and carefully faster the longer it has not asked again.
/// </summary>
internal sealed class Pace(TimeProvider time)
{
    /// <summary>Fewer calls a second than these are not what an endpoint refuses for their number, and are not slowed down.</summary>
    private const double Few = 10;

    /// <summary>A little less than what got through, so that it gets through again.</summary>
    private const double Caution = 0.95;

    /// <summary>
    /// Below this part of the old rate the old one was far off, and so many calls too many were sent that a second has to pass.
    /// </summary>
    private const double FarOff = 0.8;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Memory = TimeSpan.FromSeconds(30);

    private readonly object gate = new();
    private readonly Queue<TimeSpan> passedLately = new();
    private double rate = double.PositiveInfinity;
    private TimeSpan refused, next;
    private long passed;

    /// <summary>How many calls got through so far.</summary>
    public long Passed => Interlocked.Read(ref passed);

    /// <summary>Whether calls are held back.</summary>
    public bool IsHeld
    {
        get { lock (gate) return double.IsFinite(rate); }
    }

    /// <summary>The time, by a monotonic clock.</summary>
    public TimeSpan Now => time.GetElapsedTime(0);

    /// <summary>Waits for the turn of a call.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = Now;
            if (now - refused > Memory) rate = double.PositiveInfinity;
            if (double.IsInfinity(rate)) return Task.CompletedTask;
            var turn = next > now ? next : now;
            next = turn + TimeSpan.FromSeconds(1 / RateAt(turn));
            return turn > now ? Task.Delay(turn - now, time, cancellationToken) : Task.CompletedTask;
        }
    }

    /// <summary>A call got through.</summary>
    public void Pass()
    {
        Interlocked.Increment(ref passed);
        lock (gate)
        {
            passedLately.Enqueue(Now);
            Forget();
        }
    }

    /// <summary>A call that was sent at that moment was refused for being one too many.</summary>
    public void Refuse(TimeSpan sent)
    {
        lock (gate)
        {
            Forget();
            if (sent < refused || (double.IsInfinity(rate) && passedLately.Count < Few)) return; // sent before the pace was slowed down
            var now = Now;
            var old = RateAt(now);
            rate = Math.Max(Few, Caution * Math.Min(old, passedLately.Count));
            refused = now;
            if (rate < FarOff * old && next < now + Second) next = now + Second;
        }
    }

    /// <summary>Slowly more at first, where the limit is likely to be, and twice as much after ten seconds.</summary>
    private double RateAt(TimeSpan moment) => rate * (1 + Math.Pow((moment - refused).TotalSeconds / 10, 2));

    private void Forget()
    {
        var past = Now - Second;
        while (passedLately.TryPeek(out var oldest) && oldest < past) passedLately.Dequeue();
    }
}
