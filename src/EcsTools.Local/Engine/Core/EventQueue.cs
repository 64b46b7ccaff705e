using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.Core;

/// <summary>The scheduled events, by time and then by the order in which they were scheduled.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<Timed, (DateTimeOffset At, long Order)> work = new();
    private readonly PriorityQueue<Timed, (DateTimeOffset At, long Order)> housekeeping = new();

    /// <summary>The moment of the next event; null when there is none.</summary>
    public DateTimeOffset? Next => (NextWork, First(housekeeping)?.At) switch
    {
        (null, var later) => later,
        (var first, null) => first,
        var (one, other) => one < other ? one : other,
    };

    /// <summary>The moment of the next event that is more than forgetting; null when everything has settled.</summary>
    public DateTimeOffset? NextWork => First(work)?.At;

    /// <summary>Puts an item in at the moment and order it bears.</summary>
    public void Add(Timed item)
    {
        if (item.DueAt is { } at) (item.IsHousekeeping ? housekeeping : work).Enqueue(item, (at, item.DueOrder));
    }

    /// <summary>Takes the first item that is due, and the moment it was due at.</summary>
    public bool TryTake(DateTimeOffset now, out Timed item, out DateTimeOffset at)
    {
        var queue = First(work) is { } one && (First(housekeeping) is not { } other || one.CompareTo(other) < 0) ? work : housekeeping;
        if (First(queue) is not { } key || key.At > now)
        {
            (item, at) = (null!, default);
            return false;
        }

        item = queue.Dequeue();
        at = key.At;
        item.DueAt = null;
        return true;
    }

    // An item that was rescheduled, or is no longer due, stays in the queue until it comes to the front.
    private static (DateTimeOffset At, long Order)? First(PriorityQueue<Timed, (DateTimeOffset At, long Order)> queue)
    {
        while (queue.TryPeek(out var item, out var key))
        {
            if (item.DueAt == key.At && item.DueOrder == key.Order) return key;
            queue.Dequeue();
        }

        return null;
    }
}
