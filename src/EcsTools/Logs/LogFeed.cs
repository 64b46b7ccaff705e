using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Model.Logs;

namespace EcsTools.Logs;

/// <summary>The logs of several tasks as one: read, and followed while tasks come and go.</summary>
/// <param name="selections">The tasks.</param>
/// <param name="window">Which lines.</param>
/// <param name="calls">How ECS and CloudWatch Logs are asked.</param>
/// <param name="write">Writes lines.</param>
internal sealed class LogFeed(
    IReadOnlyList<LogSelection> selections, LogWindow window, JobCalls calls, Func<IReadOnlyList<LogLine>, ValueTask> write)
{
    /// <summary>How many lines CloudWatch Logs returns in one answer.</summary>
    public const int MaxPage = 10_000;

    /// <summary>How many lines are in memory at once, whatever the number of logs.</summary>
    private const int MaxLines = 200_000;

    /// <summary>How long a log is read after its task has ended, because the last lines can arrive late.</summary>
    private static readonly TimeSpan Afterglow = TimeSpan.FromSeconds(5);

    private readonly LogSources sources = new(calls);
    private readonly Dictionary<LogDestination, LogStreamReader> readers = [];
    private readonly Dictionary<LogStreamReader, DateTimeOffset> ended = [];
    private readonly HashSet<string> reported = [];

    private WaitClock Clock => calls.Connection.WaitClock;

    private IReadOnlyList<LogStreamReader> Open => [.. readers.Values.Where(reader => !reader.IsClosed)];

    /// <summary>Writes the lines that there are.</summary>
    /// <param name="isPrevious">Whether the logs are those of the tasks that stopped last.</param>
    public async Task Read(bool isPrevious = false)
    {
        foreach (var selection in selections)
        {
            var tasks = isPrevious ? await selection.FindPrevious(calls) : await selection.Find(calls, isFirst: true);
            await Add(tasks, selection);
        }

        if (window.Tail is { } count) await WriteLast(count);
        else await LogMerge.Write(Open, Next, write);
    }

    /// <summary>Writes what comes, until the tasks have ended and nothing more comes.</summary>
    /// <param name="until">When to stop at the latest.</param>
    public async Task Follow(DateTimeOffset? until = null)
    {
        var backoff = Clock.NewBackoff();
        while (await Refresh() && !(Clock.Now >= (until ?? window.Until)))
        {
            await Clock.Delay(backoff.Next(), calls.Until ?? calls.Connection.Cancellation);
            if (await LogMerge.Write(Open, Next, write) > 0) backoff = Clock.NewBackoff();
        }
    }

    /// <summary>Looks which tasks there are, and closes the logs of those that have ended.</summary>
    /// <returns>Whether anything can come.</returns>
    private async Task<bool> Refresh()
    {
        var isOver = true;
        foreach (var selection in selections)
        {
            var tasks = await selection.Find(calls, isFirst: false);
            await Add(tasks, selection);
            isOver &= await selection.IsOver(calls, tasks);
        }

        foreach (var cluster in Open.GroupBy(reader => reader.Task.ClusterArn)) await Describe(cluster.Key, [.. cluster]);
        foreach (var reader in Open.Where(reader => reader.Task.LastStatus == DesiredStatus.Stopped))
        {
            if (!ended.TryAdd(reader, Clock.Now) && Clock.Now - ended[reader] >= Afterglow && reader.IsAtEnd) reader.IsClosed = true;
        }

        return !isOver || Open.Count > 0;
    }

    /// <summary>
    /// Polls the tasks of open logs, which ECS no longer lists when their deployment or service is deleted. A task that it no longer
    /// returns has stopped.
    /// </summary>
    private async Task Describe(string? cluster, IReadOnlyList<LogStreamReader> open)
    {
        var described = (await calls.Reader.Tasks(cluster, open.Select(reader => reader.Task.TaskArn!).Distinct()))
            .ToLookup(task => task.TaskArn);
        foreach (var reader in open)
        {
            if (described[reader.Task.TaskArn].FirstOrDefault() is { } task) reader.Task = task;
            else reader.Task.LastStatus = DesiredStatus.Stopped;
        }
    }

    private async Task Add(IReadOnlyList<EcsTask> tasks, LogSelection selection)
    {
        foreach (var source in await sources.Of(tasks, selection.Containers))
            readers.TryAdd(source.Destination, new(source, window, calls));
        foreach (var reader in readers.Values) reader.PageSize = Math.Clamp(MaxLines / readers.Count, 100, MaxPage);
    }

    private async Task WriteLast(int count)
    {
        var lines = await Task.WhenAll(Open.Select(reader => Reported(reader, () => reader.Last(count))));
        // sorted as they were, where times are equal
        await write([.. lines.SelectMany(some => some).OrderBy(line => line.Timestamp).TakeLast(count)]);
    }

    private Task<IReadOnlyList<LogLine>> Next(LogStreamReader reader) => Reported(reader, reader.Next);

    /// <summary>A log that can't be read causes one error for its log group, and is skipped. The others continue.</summary>
    private async Task<IReadOnlyList<LogLine>> Reported(LogStreamReader reader, Func<Task<IReadOnlyList<LogLine>>> read)
    {
        try
        {
            return await read();
        }
        catch (EcsException e)
        {
            reader.IsClosed = true;
            bool isNew;
            lock (reported) isNew = reported.Add($"{e.ErrorCode} {reader.Destination.Region} {reader.Destination.Group}");
            if (isNew) await calls.Output.Error(e, $"log group {reader.Destination.Group} in {reader.Destination.Region}");
            return [];
        }
    }
}
