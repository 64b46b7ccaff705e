using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>One revision of a task definition. A deleted one goes when nothing refers to it any more.</summary>
internal sealed class TaskDefinitionState : Timed
{
    /// <summary>What DescribeTaskDefinition answers. Replaced when the revision's status changes.</summary>
    [Always("taskDefinitionArn", "family", "revision", "status", "containerDefinitions.name")]
    public required TaskDefinition Resource { get; set; }

    public List<Tag> Tags { get; set; } = [];

    [JsonIgnore]
    public override string Title => Resource.TaskDefinitionArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => true;

    [JsonIgnore]
    public RegionState Region { get; private set; } = null!;

    [JsonIgnore]
    public FamilyState Family { get; private set; } = null!;

    public void Link(RegionState region, FamilyState family) => (Region, Family) = (region, family);
}
