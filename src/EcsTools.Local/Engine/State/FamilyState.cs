using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A family of task definitions. Numbers continue after all revisions were deleted.</summary>
internal sealed class FamilyState
{
    public int LastRevision { get; set; }

    public SortedDictionary<int, TaskDefinitionState> Revisions { get; } = [];

    [JsonIgnore]
    public TaskDefinitionState? LatestActive =>
        Revisions.Values.LastOrDefault(revision => revision.Resource.Status == TaskDefinitionStatus.Active);

    public void Link(RegionState region, string name)
    {
        foreach (var (number, revision) in Revisions)
        {
            StateException.UnlessSame(region.Arn($"task-definition/{name}:{number}"), revision.Title, revision.Title);
            StateException.Unless(
                revision.Resource.Family == name && revision.Resource.Revision == number && number <= LastRevision,
                $"{revision.Title} isn't a revision of family {name} up to {LastRevision}");
            revision.Link(region, this);
        }
    }
}
