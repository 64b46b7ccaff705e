namespace EcsTools.Local.Behaviors;

/// <summary>The behavior of a container. By default, it starts, stays healthy, and runs until it's stopped.</summary>
public record ContainerBehavior
{
    /// <summary>How long pulling its image takes.</summary>
    public TimeSpan? PullTime { get; init; }

    /// <summary>Why its image cannot be pulled; null where it can.</summary>
    public string? PullError { get; init; }

    /// <summary>How long it takes from its being started to its running.</summary>
    public TimeSpan? StartTime { get; init; }

    /// <summary>Its exit code: as soon as it runs, or <see cref="ExitAfter"/>.</summary>
    public int? ExitCode { get; init; }

    /// <summary>How long it runs until it exits: with <see cref="ExitCode"/>, or 0.</summary>
    public TimeSpan? ExitAfter { get; init; }

    /// <summary>The result of its health checks, HEALTHY or UNHEALTHY; from the start, or <see cref="HealthAfter"/>.</summary>
    public string? Health { get; init; }

    /// <summary>How long it runs until its health checks find <see cref="Health"/>. Until then they find the opposite.</summary>
    public TimeSpan? HealthAfter { get; init; }

    /// <summary>Whether it keeps running after SIGTERM, so that it's killed after its stop timeout.</summary>
    public bool? IgnoresSigterm { get; init; }

    /// <summary>The lines that it writes to its log when it starts.</summary>
    public IReadOnlyList<string>? Output { get; init; }

    /// <summary>How often it writes these lines again; null for once.</summary>
    public TimeSpan? OutputEvery { get; init; }

    /// <summary>Whether its image has no shell, so that commands can't be run in one.</summary>
    public bool? HasNoShell { get; init; }

    /// <summary>The settings here, and, for unspecified settings, the earlier ones.</summary>
    internal ContainerBehavior Over(ContainerBehavior earlier) => new()
    {
        PullTime = PullTime ?? earlier.PullTime,
        PullError = PullError ?? earlier.PullError,
        StartTime = StartTime ?? earlier.StartTime,
        ExitCode = ExitCode ?? earlier.ExitCode,
        ExitAfter = ExitAfter ?? earlier.ExitAfter,
        Health = Health ?? earlier.Health,
        HealthAfter = HealthAfter ?? earlier.HealthAfter,
        IgnoresSigterm = IgnoresSigterm ?? earlier.IgnoresSigterm,
        Output = Output ?? earlier.Output,
        OutputEvery = OutputEvery ?? earlier.OutputEvery,
        HasNoShell = HasNoShell ?? earlier.HasNoShell,
    };
}
