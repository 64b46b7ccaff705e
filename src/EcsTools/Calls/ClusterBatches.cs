using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>Gathers ids that come one by one into calls that take several, a cluster each.</summary>
internal sealed class ClusterBatches(int size)
{
    private readonly Dictionary<(string? Region, string Cluster), List<string>> open = [];

    /// <summary>Adds an id; gives the batch that it made full.</summary>
    public Batch? Add(string? cluster, string id, string? region = null)
    {
        var key = (region, cluster ?? "");
        if (!open.TryGetValue(key, out var ids)) open[key] = ids = [];
        ids.Add(id);
        if (ids.Count < size) return null;
        open.Remove(key);
        return new Batch(cluster, ids) { Region = region };
    }

    /// <summary>The batches that did not get full.</summary>
    public IEnumerable<Batch> Rest()
    {
        foreach (var ((region, cluster), ids) in open) yield return new Batch(
            cluster.Length == 0 ? null : cluster, ids) { Region = region };
        open.Clear();
    }
}

/// <summary>Ids for one call.</summary>
internal sealed record Batch(string? Cluster, List<string> Ids)
{
    /// <summary>The region, where there are several; null for the usual one.</summary>
    public string? Region { get; init; }

    /// <summary>The target of an error of the call: the cluster if it's missing, otherwise the IDs.</summary>
    public object Concerned(EcsException error) =>
        error.ErrorCode == "ClusterNotFoundException" ? Cluster ?? "default" : Ids.Count == 1 ? Ids[0] : Ids;
}
