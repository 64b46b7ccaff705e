using System.Text.Json.Serialization;

namespace EcsTools.Local;

/// <summary>All that a local ECS has been told to do otherwise than usual, the earliest first.</summary>
public sealed record LocalBehaviors
{
    /// <summary>What containers do. Where several are about the same container, the later one prevails in what it says.</summary>
    public IReadOnlyList<TaskBehavior> Tasks { get; init; } = [];

    /// <summary>What happens to container instances.</summary>
    public IReadOnlyList<InstanceBehavior> Instances { get; init; } = [];

    /// <summary>How the API answers. Latencies add up; the first behaviour that refuses a call decides.</summary>
    public IReadOnlyList<ApiBehavior> Api { get; init; } = [];

    /// <summary>Whether nothing was said.</summary>
    [JsonIgnore]
    public bool IsEmpty => Tasks.Count + Instances.Count + Api.Count == 0;
}
