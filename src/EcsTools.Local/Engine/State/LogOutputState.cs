namespace EcsTools.Local.Engine.State;

/// <summary>The log output of a container: the same lines, once or repeatedly.</summary>
internal sealed class LogOutputState
{
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>How often the lines are written again; null for once.</summary>
    public TimeSpan? Every { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>When the container ended; null while it runs.</summary>
    public DateTimeOffset? Until { get; set; }

    public LogLine this[long number] =>
        new(From.AddTicks(Every.GetValueOrDefault().Ticks * (number / Lines.Count)), Lines[(int)(number % Lines.Count)]);

    /// <summary>The number of lines until now.</summary>
    public long Count(DateTimeOffset now)
    {
        var end = Until < now ? Until.Value : now;
        if (end < From || Lines.Count == 0) return 0;
        return Lines.Count * (Every is { Ticks: > 0 } every ? (end - From).Ticks / every.Ticks + 1 : 1);
    }
}
