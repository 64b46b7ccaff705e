using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>A daemon as the API describes it.</summary>
public sealed record DescribedDaemon
{
    /// <summary>The daemon itself.</summary>
    public required DaemonDetail Daemon { get; init; }

    /// <summary>Its deployments, the newest first, as ECS lists them.</summary>
    public IReadOnlyList<DaemonDeployment> Deployments { get; init; } = [];

    /// <summary>Its revisions, as far as deployments and instances name them.</summary>
    public IReadOnlyList<DaemonRevision> Revisions { get; init; } = [];

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];
}
