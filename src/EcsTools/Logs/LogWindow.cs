namespace EcsTools.Logs;

/// <summary>Which lines of the logs are read.</summary>
/// <param name="Since">Only lines from this time on.</param>
/// <param name="Until">Only lines before this time.</param>
/// <param name="Tail">Only so many, the latest of all.</param>
/// <param name="Filter">A filter pattern of CloudWatch Logs.</param>
internal sealed record LogWindow(DateTimeOffset? Since = null, DateTimeOffset? Until = null, int? Tail = null, string? Filter = null)
{
    public long? From => Since?.ToUnixTimeMilliseconds();

    public long? To => Until?.ToUnixTimeMilliseconds();
}
