using EcsTools.Model;

namespace EcsTools.Local.Api.Clusters;

/// <summary>Lists ACTIVE clusters.</summary>
internal sealed class ListClustersHandler() : Handler<ListClustersRequest, ListClustersResponse>(Operations.ListClusters)
{
    protected override ListClustersResponse Handle(Call call, ListClustersRequest request)
    {
        var active = call.Region.Clusters.Values.Where(cluster => cluster.IsActive);
        var (page, next) = Paging.ByName(
            active, cluster => cluster.Name, cluster => cluster.Resource.ClusterArn!, request.NextToken, request.MaxResults);
        return new() { ClusterArns = page, NextToken = next };
    }
}
