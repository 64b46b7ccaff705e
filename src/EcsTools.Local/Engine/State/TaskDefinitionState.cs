using System.Text.Json.Serialization;
using EcsTools.Local.Engine.Core;
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

    private RegionState Region { get; set; } = null!;

    private FamilyState Family { get; set; } = null!;

    public void Link(RegionState region, FamilyState family) => (Region, Family) = (region, family);

    public override void Wake(EcsEngine engine)
    {
        if (Region.Clusters.Values.Any(IsUsed)) engine.ScheduleOnly(this, Simulated.DeletedDefinition);
        else Family.Revisions.Remove(Resource.Revision!.Value);
    }

    private bool IsUsed(ClusterState cluster) =>
        cluster.Families.Of(Resource.Family!).Any(task => task.Definition == this)
        || cluster.Services.Values.Any(service => !service.IsInactive && service.Sources.Any(source => source.TaskDefinition == Resource.TaskDefinitionArn));
}
