using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>A family of task definitions. Numbers go on after everything was deleted.</summary>
internal sealed class FamilyState
{
    public int LastRevision { get; set; }

    public SortedDictionary<int, TaskDefinitionState> Revisions { get; } = [];

    [JsonIgnore]
    public TaskDefinitionState? LatestActive =>
        Revisions.Values.LastOrDefault(revision => revision.Resource.Status == TaskDefinitionStatus.Active);

    public void Link(RegionState region)
    {
        foreach (var revision in Revisions.Values) revision.Link(region, this);
    }
}
