using EcsTools.Calls;
using EcsTools.Logs;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The details of a failed wait.</summary>
/// <param name="Events">The latest events of the service, newest first.</param>
/// <param name="StoppedTasks">The tasks that failed, the one that stopped last first.</param>
internal sealed record Diagnosis(IReadOnlyList<ServiceEvent> Events, IReadOnlyList<EcsTask> StoppedTasks)
{
    /// <summary>The reason of ECS for a task that it couldn't place or start.</summary>
    private const string Unable = "was unable to";

    private const int ObstacleLength = 150;

    public static Diagnosis None { get; } = new([], []);

    /// <summary>The last lines of the container that failed, in the task that stopped last.</summary>
    public IReadOnlyList<string> LogLines { get; init; } = [];

    /// <summary>The newest event about an action that ECS couldn't carry out.</summary>
    private string? Obstacle => Events.FirstOrDefault(one =>
        one.Message?.Contains(Unable, StringComparison.Ordinal) == true)?.Message is { } message
        ? Errors.Shorten(message, ObstacleLength)
        : null;

    /// <summary>A failed wait in one sentence, which begins with the resource and names the cause.</summary>
    public string Sentence(string name, WaitResult.Failed result)
    {
        string?[] causes = !result.IsCausedByTasks ? [result.Reason]
            : StopCauses.Of(StoppedTasks) is { } cause ? [TaskEnd.IsGeneral(result.Reason) ? null : result.Reason, cause]
            : [result.Reason ?? (result.Problem.Contains(Unable, StringComparison.Ordinal) ? null : Obstacle)];
        return $"{name}: {string.Join(": ", causes.Where(one => !string.IsNullOrEmpty(one)).Select(one => one!.TrimEnd('.')).Prepend(result.Problem))}.{(result.IsCausedByTasks && StoppedTasks.Count > 0 ? LogTail.Sentence(TaskEnd.Culprit(StoppedTasks[0])?.Name, LogLines) : "")}";
    }
}
