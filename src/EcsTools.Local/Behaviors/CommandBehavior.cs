using System.Text.Json.Serialization;

namespace EcsTools.Local.Behaviors;

/// <summary>
/// The behavior of commands in certain containers, for commands that are run from now on. Names and the command take the wildcards * and ?.
/// </summary>
public sealed record CommandBehavior : IBehavior
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Target => BehaviorText.Target(this);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Behavior => BehaviorText.Behavior(this);

    /// <summary>The command line.</summary>
    public required string Command { get; init; }

    /// <summary>The family of the task definition.</summary>
    public string? Family { get; init; }

    /// <summary>The image of the container.</summary>
    public string? Image { get; init; }

    /// <summary>The service that started the task.</summary>
    public string? Service { get; init; }

    /// <summary>The name of the container.</summary>
    public string? Container { get; init; }

    /// <summary>The lines that it prints.</summary>
    public IReadOnlyList<string>? Output { get; init; }

    /// <summary>Its exit code. Default: 0.</summary>
    public int? ExitCode { get; init; }

    /// <summary>How long it runs, by the server's clock.</summary>
    public TimeSpan? Time { get; init; }

    internal bool IsOf(string command, string? family, string? image, string? service, string? container) =>
        Wildcards.Match(Command, command) && Wildcards.Match(Family, family) && Wildcards.Match(Image, image)
            && Wildcards.Match(Service, service) && Wildcards.Match(Container, container);

    /// <summary>Whether it applies to the same commands, so that the later one replaces it.</summary>
    internal bool ConcernsTheSameAs(CommandBehavior other) =>
        (Command, Family, Image, Service, Container) == (other.Command, other.Family, other.Image, other.Service, other.Container);
}
