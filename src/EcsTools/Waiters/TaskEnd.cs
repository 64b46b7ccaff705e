using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>How a task ended, in words.</summary>
internal static class TaskEnd
{
    /// <summary>The first container that didn't exit with 0.</summary>
    public static Container? Culprit(EcsTask task) => (task.Containers ?? []).Find(container => container.ExitCode is not 0);

    /// <summary>"web exited with 3 (Essential container in task exited)", or the reason alone if no container ran.</summary>
    public static string Reason(EcsTask task, Container? culprit)
    {
        var reason = (task.StoppedReason ?? task.StopCode ?? "the task stopped").TrimEnd('.');
        return culprit?.ExitCode is { } code
            ? $"{culprit.Name} exited with {code} ({(culprit.Reason is { } own ? own.TrimEnd('.') : reason)})"
            : reason;
    }

    /// <summary>Whether a reason contains only that tasks failed, for which the tasks have better reasons.</summary>
    public static bool IsGeneral(string? reason) => reason?.Contains("tasks failed to start", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The recommendation for a task that ended in this way.</summary>
    public static string Advice(EcsTask task, Container? culprit)
    {
        var reason = $"{task.StoppedReason} {culprit?.Reason}";
        if (reason.Contains("CannotPull", StringComparison.OrdinalIgnoreCase))
            return "Check the name and tag of the image, and whether the execution role and the network allow the pull.";
        if (reason.Contains("ResourceInitialization", StringComparison.OrdinalIgnoreCase))
            return "Check the secrets, the execution role, and the network route to the endpoints that the task needs before it starts.";
        if (reason.Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase))
            return "Increase the memory of the container, or find out why it needs so much.";
        return culprit?.ExitCode switch
        {
            null => "See the stopped reason. Get-EcsTask shows a stopped task for one hour.",
            137 =>
                "The container was killed: it used too much memory, or didn't stop within its stop timeout. See the log of the container.",
            139 => "The container crashed with a segmentation fault. See its log.",
            143 => "The container was stopped by SIGTERM. Find out what stopped the task, and see the log of the container.",
            126 or 127 => "The command can't be run. Check the command and the entry point of the container.",
            _ => "See the log of the container.",
        };
    }
}
