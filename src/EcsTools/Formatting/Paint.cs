namespace EcsTools.Formatting;

/// <summary>
/// Colors as escape sequences. The engine does not count them when it sizes columns, and takes them out wherever
/// <c>$PSStyle.OutputRendering</c>, NO_COLOR or redirection requires it (hosts do so for the screen), so callers don't have to check.
/// </summary>
internal static class Paint
{
    // Stands for the beginning of an escape sequence until the column is shown. No text of ECS can have it: another in each process.
    private static readonly string Mark = $"\ue000{Guid.NewGuid():N}";

    /// <summary>As it should be.</summary>
    public static string Good(string text) => Wrap(text, 32);

    /// <summary>On its way, or waiting for something.</summary>
    public static string Busy(string text) => Wrap(text, 33);

    /// <summary>Wrong.</summary>
    public static string Bad(string text) => Wrap(text, 31);

    /// <summary>Over and done with.</summary>
    public static string Quiet(string text) => Wrap(text, 90);

    /// <summary>Text in the color of a status of ECS, of any resource. An unknown status keeps the terminal's color.</summary>
    public static string Status(string text, string? status) => status switch
    {
        "ACTIVE" or "RUNNING" or "COMPLETED" or "HEALTHY" or "SUCCESSFUL" or "SUCCEEDED" or "STEADY_STATE" => Good(text),
        // rolled back well is still not what was asked for
        "FAILED" or "UNHEALTHY" or "IMPAIRED" or "TIMED_OUT" or "ROLLBACK_SUCCESSFUL" => Bad(text),
        "INACTIVE" or "STOPPED" or "UNKNOWN" or "DELETED" => Quiet(text),
        "IN_PROGRESS" or "AWAITING_ACTION" => Busy(text),
        null => text,
        _ when status.EndsWith("_FAILED", StringComparison.Ordinal) => Bad(text),
        _ when status.EndsWith("_COMPLETE", StringComparison.Ordinal) => Good(text),
        _ when status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) || status.EndsWith("_REQUESTED", StringComparison.Ordinal)
            || status.EndsWith("ING", StringComparison.Ordinal) =>
            Busy(text),
        _ => text,
    };

    /// <summary>Text in the color of how full something is.</summary>
    public static string Fullness(string text, int percent) => percent >= 90 ? Bad(text) : percent >= 70 ? Busy(text) : Good(text);

    /// <summary>Turns the marks of a text, whose own control characters are gone, into escape sequences.</summary>
    public static string Colored(string text) => text.Replace(Mark, "\u001b[", StringComparison.Ordinal);

    private static string Wrap(string text, int color) => text.Length == 0 ? text : $"{Mark}{color}m{text}{Mark}0m";
}
