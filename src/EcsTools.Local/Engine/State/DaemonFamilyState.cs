using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A family of daemon task definitions. Numbers continue after all revisions were deleted.</summary>
internal sealed class DaemonFamilyState
{
    public int LastRevision { get; set; }

    public SortedDictionary<int, DaemonDefinitionState> Revisions { get; } = [];

    [JsonIgnore]
    public DaemonDefinitionState? LatestActive =>
        Revisions.Values.LastOrDefault(revision => revision.Resource.Status == DaemonTaskDefinitionStatus.Active);

    public void Link(RegionState region, string name)
    {
        foreach (var (number, revision) in Revisions)
        {
            StateException.UnlessSame(region.Arn($"daemon-task-definition/{name}:{number}"), revision.Title, revision.Title);
            StateException.Unless(
                revision.Resource.Family == name && revision.Resource.Revision == number && number <= LastRevision,
                $"{revision.Title} isn't a revision of family {name} up to {LastRevision}");
            revision.Link(region);
        }
    }
}
