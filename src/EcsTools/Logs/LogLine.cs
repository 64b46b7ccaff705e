namespace EcsTools.Logs;

/// <summary>A line of a container's log.</summary>
public sealed class LogLine
{
    /// <summary>When the container wrote the line, in local time.</summary>
    public DateTime Timestamp { get; init; }

    /// <summary>The ARN of the task.</summary>
    public string Task { get; init; } = "";

    /// <summary>The name of the container.</summary>
    public string Container { get; init; } = "";

    /// <summary>The line, as the container wrote it.</summary>
    public string Message { get; init; } = "";

    /// <summary>The line.</summary>
    public override string ToString() => Message;
}
