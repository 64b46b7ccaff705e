using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>A family of daemon task definitions. Numbers go on after everything was deleted.</summary>
internal sealed class DaemonFamilyState
{
    public int LastRevision { get; set; }

    public SortedDictionary<int, DaemonDefinitionState> Revisions { get; } = [];

    [JsonIgnore]
    public DaemonDefinitionState? LatestActive =>
        Revisions.Values.LastOrDefault(revision => revision.Resource.Status == DaemonTaskDefinitionStatus.Active);
}
