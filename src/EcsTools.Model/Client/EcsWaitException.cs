namespace EcsTools.Model;

/// <summary>
/// A resource didn't reach the state that a command waited for. The message has the cause; the properties have the details.
/// </summary>
public sealed class EcsWaitException(string errorCode, string message) : EcsException(errorCode, message)
{
    /// <summary>The latest events of the service, newest first.</summary>
    public IReadOnlyList<ServiceEvent> Events { get; init; } = [];

    /// <summary>The tasks that failed, the one that stopped last first.</summary>
    public IReadOnlyList<Task> StoppedTasks { get; init; } = [];

    /// <summary>The last lines that the failed container wrote to its log, where they could be read.</summary>
    public IReadOnlyList<string> LogLines { get; init; } = [];

    /// <summary>The same details with another message.</summary>
    public EcsWaitException WithOutcome(string message) =>
        new(ErrorCode, message) { Events = Events, StoppedTasks = StoppedTasks, LogLines = LogLines };
}
