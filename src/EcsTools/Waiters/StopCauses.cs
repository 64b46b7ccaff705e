using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>Why several tasks stopped, equal causes counted.</summary>
internal static class StopCauses
{
    /// <summary>How many different causes are named; the others are only counted.</summary>
    private const int Named = 2;

    /// <summary>How long a reason is at most.</summary>
    private const int Length = 90;

    /// <summary>"3 of 3 tasks could not pull shop/web:9 (manifest unknown)"; null if no task stopped.</summary>
    public static string? Of(IReadOnlyList<EcsTask> tasks)
    {
        var causes = tasks.GroupBy(Of).OrderByDescending(same => same.Count()).ToList();
        if (causes.Count == 0) return null;
        var named = causes.Take(Named).Select((same, i) => $"{same.Count()}{(i == 0 ? $" of {tasks.Count} tasks" : "")} {same.Key}");
        var others = causes.Skip(Named).Sum(same => same.Count());
        return string.Join(", ", others == 0 ? named : named.Append($"{others} for other reasons"));
    }

    /// <summary>"could not pull shop/web:9 (manifest unknown)".</summary>
    private static string Of(EcsTask task)
    {
        var culprit = TaskEnd.Culprit(task);
        if (After(culprit?.Reason ?? task.StoppedReason, "CannotPull") is { } pull)
            return $"could not pull {culprit?.Image ?? "the image"} ({pull})";
        if (After(task.StoppedReason, "ResourceInitialization") is { } resource) return $"could not be initialized ({resource})";
        return culprit?.ExitCode is { } code
            ? $"stopped because {culprit.Name} exited with {code}{(culprit.Reason is { } reason ? $" ({Errors.Shorten(reason, Length)})" : "")}"
            : $"stopped ({Errors.Shorten((task.StoppedReason ?? task.StopCode ?? "no reason").TrimEnd('.'), Length)})";
    }

    /// <summary>
    /// The text behind an error's name: "manifest unknown" of "CannotPullContainerError: manifest unknown"; null for another error.
    /// </summary>
    private static string? After(string? reason, string error)
    {
        if (reason?.Contains(error, StringComparison.OrdinalIgnoreCase) != true) return null;
        var colon = reason.IndexOf(':', StringComparison.Ordinal);
        return Errors.Shorten((colon < 0 ? reason : reason[(colon + 1)..]).Trim().TrimEnd('.'), Length);
    }
}
