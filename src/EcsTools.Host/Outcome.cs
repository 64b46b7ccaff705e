namespace EcsTools.Host;

/// <summary>How a command came to its end.</summary>
internal enum Outcome
{
    /// <summary>It ran to its end, whatever it said on the way.</summary>
    Completed,

    /// <summary>An error ended it.</summary>
    Failed,

    /// <summary>Ctrl+C or SIGTERM stopped it.</summary>
    Stopped,
}
