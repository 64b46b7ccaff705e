namespace EcsTools.Local.Sessions;

/// <summary>The target of a session: a container of a task, and the command that runs there.</summary>
internal sealed record SessionTarget
{
    public required string Command { get; init; }

    /// <summary>The port that is forwarded; null for a command.</summary>
    public PortTarget? Port { get; init; }

    public required string TaskArn { get; init; }

    public required string Family { get; init; }

    public string? Service { get; init; }

    public required string Container { get; init; }

    public string? Image { get; init; }

    /// <summary>The environment of the container.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment { get; init; } = [];

    /// <summary>The paths that the task definition mounts.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>Whether the image has no shell.</summary>
    public bool HasNoShell { get; init; }

    /// <summary>The key of the cluster that encrypts sessions; null for none.</summary>
    public string? KmsKeyId { get; init; }
}

/// <summary>A forwarded port.</summary>
/// <param name="Host">The host behind the container; null for the container itself.</param>
/// <param name="Number">The port.</param>
/// <param name="LocalNumber">The port of the client's computer; null for any.</param>
internal sealed record PortTarget(string? Host, int Number, int? LocalNumber);
