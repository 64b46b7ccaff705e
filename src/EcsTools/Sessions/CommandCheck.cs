namespace EcsTools.Sessions;

/// <summary>One of the conditions under which a command can be run in a container.</summary>
public sealed class CommandCheck
{
    /// <summary>The ARN of the task.</summary>
    public string Task { get; init; } = "";

    /// <summary>The name of the container; empty for what concerns the whole task.</summary>
    public string Container { get; init; } = "";

    /// <summary>The check.</summary>
    public string Check { get; init; } = "";

    /// <summary>Whether it passed; null if ECS doesn't return it.</summary>
    public bool? Passed { get; init; }

    /// <summary>The finding, and the recommendation.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The condition and what was found.</summary>
    public override string ToString() => $"{Check}: {Reason}";
}
