using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>How a task ended, in words.</summary>
internal static class TaskEnd
{
    /// <summary>"Task 1a2b: Essential container in task exited; web exited with 3".</summary>
    public static string Tell(EcsTask task) => $"Task {task}: {Reason(task)}";

    public static string Reason(EcsTask task) =>
        string.Join("; ", new[] { (task.StoppedReason ?? task.StopCode ?? "it stopped").TrimEnd('.') }.Concat((task.Containers ?? []).Select(Tell)));

    /// <summary>"web exited with 137: OutOfMemoryError".</summary>
    public static string Tell(Container container) =>
        $"{container.Name} {(container.ExitCode is { } code ? $"exited with {code}" : "never ran")}{(container.Reason is { } reason ? $": {reason}" : "")}";

    /// <summary>What to do about a task that ended so.</summary>
    public static string Advice(EcsTask task, Container? culprit)
    {
        var reason = $"{task.StoppedReason} {culprit?.Reason}";
        if (reason.Contains("CannotPull", StringComparison.OrdinalIgnoreCase)) return "Check the image's name and tag, and that the execution role and the network let it be pulled.";
        if (reason.Contains("ResourceInitialization", StringComparison.OrdinalIgnoreCase)) return "Check the secrets, the execution role and the way to the endpoints that the task needs before it starts.";
        if (reason.Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase)) return "Give the container more memory, or find out why it needs so much.";
        return culprit?.ExitCode switch
        {
            null => "The stopped reason says why it did not start; Get-EcsTask shows the rest of the task for an hour.",
            137 => "It was killed: it took too much memory, or did not end in time when it was told to stop. Look at its log.",
            139 => "It crashed with a segmentation fault. Look at its log.",
            143 => "It was told to stop (SIGTERM). Look at who stopped it, and at its log.",
            126 or 127 => "Its command cannot be run: check the command and the entry point.",
            _ => "Look at the container's log for what went wrong.",
        };
    }
}
