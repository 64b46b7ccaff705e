using System.Text.Json;

namespace EcsTools.Show.Timelines;

/// <summary>
/// The frames that were seen: the oldest one whole, and the steps from there to the newest. It removes the oldest steps when it has many.
/// </summary>
internal sealed class Timeline(int mostChanges = 100_000)
{
    private readonly object gate = new();
    private readonly Dictionary<FrameKey, byte[]> oldest = [];
    private readonly Queue<FrameChange> changes = new();
    private TaskCompletionSource grown = New();
    private Frame? newest;
    private DateTimeOffset oldestTime;
    private long oldestNumber, lastNumber;
    private int kept;

    /// <summary>The number of the newest frame; 0 before the first.</summary>
    public long LastNumber
    {
        get
        {
            lock (gate) return lastNumber;
        }
    }

    /// <summary>The newest frame; null before the first.</summary>
    public Frame? Newest
    {
        get
        {
            lock (gate) return newest;
        }
    }

    /// <summary>Adds what was seen. A frame that equals the last one adds nothing. Returns whether it was added.</summary>
    public bool Add(Frame frame)
    {
        lock (gate)
        {
            var change = frame.Since(newest, lastNumber + 1);
            if (change.IsEmpty && newest is not null) return false;
            if (newest is null) (oldestTime, oldestNumber) = (frame.Time, change.Number);
            (newest, lastNumber) = (frame, change.Number);
            if (lastNumber == oldestNumber) change.Apply(oldest);
            else Keep(change);
            grown.SetResult();
            grown = New();
            return true;
        }
    }

    /// <summary>Completes when there is a frame after the one of the given number.</summary>
    public Task WhenAfter(long number)
    {
        lock (gate) return newest is not null && lastNumber > number ? Task.CompletedTask : grown.Task;
    }

    /// <summary>
    /// The steps after a frame. A reader that has seen none of the frames that are left gets all there is, the oldest frame first as a step
    /// from nothing.
    /// </summary>
    public (bool IsWhole, IReadOnlyList<FrameChange> Changes) After(long number)
    {
        lock (gate)
        {
            if (newest is null) return (false, []);
            if (number >= oldestNumber && number <= lastNumber) return (false, [.. changes.Where(change => change.Number > number)]);
            return (true, [new(oldestNumber, oldestTime, [.. oldest], []), .. changes]);
        }
    }

    /// <summary>The frame at a moment: the last one that is not after it, or the oldest one.</summary>
    public Frame? At(DateTimeOffset moment)
    {
        var all = After(-1).Changes;
        if (all.Count == 0) return null;
        var items = new Dictionary<FrameKey, byte[]>();
        all[0].Apply(items);
        var time = all[0].Time;
        foreach (var change in all.Skip(1).TakeWhile(change => change.Time <= moment))
        {
            change.Apply(items);
            time = change.Time;
        }

        return new(time, items);
    }

    /// <summary>Writes the whole time line as a JSON array of steps.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var change in After(-1).Changes) change.Write(writer);
        writer.WriteEndArray();
    }

    private void Keep(FrameChange change)
    {
        changes.Enqueue(change);
        kept += Size(change);
        while (kept > mostChanges && changes.Count > 1)
        {
            var first = changes.Dequeue();
            kept -= Size(first);
            first.Apply(oldest);
            (oldestNumber, oldestTime) = (first.Number, first.Time);
        }
    }

    private static int Size(FrameChange change) => 1 + change.Set.Count + change.Gone.Count;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
