using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Finds clusters to change, and answers with them.</summary>
internal static class ClusterChanges
{
    /// <summary>The cluster, which must be ACTIVE and not be busy with its capacity providers.</summary>
    /// <exception cref="EcsFault">It cannot be changed now.</exception>
    public static ClusterState Changeable(this Call call, string? identifier)
    {
        var cluster = call.Cluster(identifier);
        if (!cluster.IsActive) throw EcsFault.Client("Cluster was not ACTIVE.");
        NotBusy(cluster);
        return cluster;
    }

    public static void NotBusy(ClusterState cluster)
    {
        if (!cluster.IsBusy) return;
        throw new EcsFault(
            "UpdateInProgressException",
            "The specified cluster is in a busy state. Cluster attachments must be in UPDATE_COMPLETE or UPDATE_FAILED state before they can be updated. Wait and try again.");
    }

    /// <summary>How a changed cluster is answered: with everything but tags.</summary>
    public static Cluster Changed(ClusterState cluster)
    {
        var answer = cluster.Describe();
        answer.Tags = [];
        answer.Attachments ??= [];
        return answer;
    }
}
