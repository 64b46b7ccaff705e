using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>One revision of a daemon task definition. A deleted one becomes DELETED when no daemon runs from it any more.</summary>
internal sealed class DaemonDefinitionState : Timed
{
    /// <summary>What DescribeDaemonTaskDefinition answers. Replaced when the revision's status changes.</summary>
    public required DaemonTaskDefinition Resource { get; set; }

    public List<Tag> Tags { get; set; } = [];

    [JsonIgnore]
    public bool IsBeingDeleted => Resource.Status == DaemonTaskDefinitionStatus.DeleteInProgress;

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    private RegionState Region { get; set; } = null!;

    public void Link(RegionState region) => Region = region;

    public void Become(string status)
    {
        Resource = Resource.Copy();
        Resource.Status = status;
    }

    public override void Wake(EcsEngine engine)
    {
        var isUsed = Region.Clusters.Values.SelectMany(cluster => cluster.Daemons.Values).Any(daemon => daemon.Uses(Resource.DaemonTaskDefinitionArn!));
        if (!isUsed) Become(DaemonTaskDefinitionStatus.Deleted);
    }
}
