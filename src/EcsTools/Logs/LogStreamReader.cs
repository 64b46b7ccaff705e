using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Model.Logs;

namespace EcsTools.Logs;

/// <summary>Reads the log of one container, page by page, each line once. It continues where it stopped when the log has grown.</summary>
/// <param name="source">The container.</param>
/// <param name="window">Which lines.</param>
/// <param name="calls">How CloudWatch Logs is asked.</param>
internal sealed class LogStreamReader(LogSource source, LogWindow window, JobCalls calls)
{
    /// <summary>How often a call is made again that CloudWatch Logs throttles, beyond the retries of the client.</summary>
    private const int MaxThrottled = 20;

    /// <summary>How far back a filter looks again, because lines can arrive late.</summary>
    private const long Overlap = 10_000;

    private readonly Dictionary<string, long> seen = [];
    private string? token;
    private long? from = window.From;

    /// <summary>The task, as it was described last.</summary>
    public EcsTask Task { get; set; } = source.Task;

    public LogDestination Destination => source.Destination;

    /// <summary>How many lines a page has at most.</summary>
    public int PageSize { get; set; } = LogFeed.MaxPage;

    /// <summary>Whether nothing is read from it any more.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether the last page reached the end of the log, as it is now.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The lines of the next page; none where the end is reached.</summary>
    public async Task<IReadOnlyList<LogLine>> Next()
    {
        IReadOnlyList<LogLine> lines;
        do lines = window.Filter is null ? await NextPage() : await NextMatches();
        while (lines.Count == 0 && !IsAtEnd);
        return lines;
    }

    /// <summary>The last lines, for a beginning. The next page follows them.</summary>
    public async Task<IReadOnlyList<LogLine>> Last(int count)
    {
        if (window.Filter is not null) return await LastMatches(count);
        var lines = new List<LogLine>();
        string? back = null, forward = null;
        while (true)
        {
            var request = Request(back, Math.Clamp(count - lines.Count, 1, LogFeed.MaxPage));
            request.StartFromHead = false;
            if (await Send(LogsOperations.GetLogEvents, request) is not { } page) break;
            forward ??= page.NextForwardToken;
            lines.InsertRange(0, Lines(page).TakeLast(count - lines.Count));
            if (lines.Count == count || page.NextBackwardToken == back) break;
            back = page.NextBackwardToken;
        }

        token = forward;
        return lines;
    }

    private async Task<IReadOnlyList<LogLine>> NextPage()
    {
        var request = Request(token, PageSize);
        request.StartFromHead = true;
        var page = await Send(LogsOperations.GetLogEvents, request);
        IsAtEnd = page is null || page.NextForwardToken == token;
        token = page?.NextForwardToken ?? token;
        return page is null ? [] : [.. Lines(page)];
    }

    private async Task<IReadOnlyList<LogLine>> NextMatches()
    {
        var request = new FilterLogEventsRequest
        {
            LogGroupName = Destination.Group, LogStreamNames = [Destination.Stream], FilterPattern = window.Filter, StartTime = from,
            EndTime = window.To, NextToken = token, Limit = PageSize,
        };
        var page = await Send(LogsOperations.FilterLogEvents.Page, request);
        token = page?.NextToken is { Length: > 0 } next ? next : null;
        IsAtEnd = token is null;
        var lines = (page?.Events ?? []).Where(one => seen.TryAdd(one.EventId!, one.Timestamp ?? 0)).ToList();
        if (IsAtEnd && seen.Count > 0) GoOnFrom(seen.Values.Max() - Overlap);
        return lines.ConvertAll(one => Line(one.Timestamp, one.Message));
    }

    /// <summary>The next search begins a little before the last line; what it finds again is known.</summary>
    private void GoOnFrom(long time)
    {
        from = Math.Max(time, window.From ?? 0);
        foreach (var (id, at) in seen) if (at < from) seen.Remove(id);
    }

    private async Task<IReadOnlyList<LogLine>> LastMatches(int count)
    {
        var last = new Queue<LogLine>();
        do
        {
            foreach (var line in await Next())
            {
                last.Enqueue(line);
                if (last.Count > count) last.Dequeue();
            }
        }
        while (!IsAtEnd);
        return [.. last];
    }

    private GetLogEventsRequest Request(string? at, int limit) => new()
    {
        LogGroupName = Destination.Group, LogStreamName = Destination.Stream, StartTime = window.From, EndTime = window.To, NextToken = at,
        Limit = limit,
    };

    /// <summary>Asks; null where the stream isn't there yet: the first line creates it.</summary>
    private async Task<TResponse?> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        var backoff = calls.Connection.WaitClock.NewBackoff();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await calls.Send(operation, request, Destination.Region);
            }
            catch (EcsException e) when ((e.IsThrottling || e.StatusCode >= 500) && attempt < MaxThrottled)
            {
                await calls.Connection.WaitClock.Delay(backoff.Next(), calls.Until ?? calls.Connection.Cancellation);
            }
            catch (EcsException e) when (IsMissing(e)
                && (e.Message.Contains("stream", StringComparison.Ordinal) || Task.StartedAt is null && Task.StoppedAt is null))
            {
                return null;
            }
        }
    }

    private static bool IsMissing(EcsException e) => e.ErrorCode == "ResourceNotFoundException";

    private IEnumerable<LogLine> Lines(GetLogEventsResponse page) => (page.Events ?? []).Select(one => Line(one.Timestamp, one.Message));

    private LogLine Line(long? timestamp, string? message) => new()
    {
        Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(timestamp ?? 0).LocalDateTime,
        Task = Task.TaskArn!,
        Container = source.Container,
        Message = message ?? "",
    };
}
