using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>For the operations that take a cluster's ARN and not its name.</summary>
internal static class ClusterArns
{
    /// <summary>The ARN of a cluster that is given by name or ARN; null for none.</summary>
    /// <exception cref="EcsException">No cluster has that name.</exception>
    public static async Task<string?> ClusterArn(this JobCalls calls, string? cluster)
    {
        if (cluster is null || EcsArn.TryParse(cluster, out _)) return cluster;
        var response = await calls.Send(Operations.DescribeClusters, new() { Clusters = [cluster] });
        return response.Clusters is [var found, ..]
            ? found.ClusterArn
            : throw new EcsException(
                "ClusterNotFoundException", $"The cluster {cluster} was not found.") { Operation = nameof(Operations.DescribeClusters) };
    }
}
