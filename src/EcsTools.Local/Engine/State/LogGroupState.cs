namespace EcsTools.Local.Engine.State;

/// <summary>A log group of CloudWatch Logs. The first line of a container creates it.</summary>
internal sealed class LogGroupState
{
    public SortedDictionary<string, LogStreamState> Streams { get; } = new(StringComparer.Ordinal);
}
