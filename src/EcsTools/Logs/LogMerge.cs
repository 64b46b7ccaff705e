namespace EcsTools.Logs;

/// <summary>Writes the lines of several logs in order of time. Of each log no more than a page is in memory.</summary>
internal static class LogMerge
{
    /// <summary>How many lines are written together.</summary>
    private const int Together = 1000;

    /// <summary>Merges what the readers have to read.</summary>
    /// <param name="readers">The logs. Of lines with equal times, those of the first come first.</param>
    /// <param name="read">Reads the next page of one.</param>
    /// <param name="write">Writes lines.</param>
    /// <returns>How many lines there were.</returns>
    public static async Task<int> Write(
        IReadOnlyList<LogStreamReader> readers,
        Func<LogStreamReader, Task<IReadOnlyList<LogLine>>> read,
        Func<IReadOnlyList<LogLine>, ValueTask> write)
    {
        var queue = new PriorityQueue<Head, (DateTime Time, int Order)>();
        var first = await Task.WhenAll(readers.Select(read)); // at once; the command limits its requests
        foreach (var (page, order) in first
            .Select((page, order) => (page, order))
            .Where(one => one.page.Count > 0)) queue.Enqueue(new(page, 0, order), (page[0].Timestamp, order));
        var (lines, count) = (new List<LogLine>(), 0);
        while (queue.TryDequeue(out var head, out _))
        {
            lines.Add(head.Page[head.Index]);
            count++;
            var next = head with { Index = head.Index + 1 };
            if (next.Index == next.Page.Count || lines.Count == Together)
            {
                await write(lines);
                lines = [];
            }

            if (next.Index == next.Page.Count) next = new(await read(readers[head.Order]), 0, head.Order);
            if (next.Page.Count > 0) queue.Enqueue(next, (next.Page[next.Index].Timestamp, next.Order));
        }

        if (lines.Count > 0) await write(lines);
        return count;
    }

    /// <summary>The next line of a log.</summary>
    private sealed record Head(IReadOnlyList<LogLine> Page, int Index, int Order);
}
