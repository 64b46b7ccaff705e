using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Lists daemons.</summary>
internal sealed class ListDaemonsHandler() : Handler<ListDaemonsRequest, ListDaemonsResponse>(Operations.ListDaemons)
{
    protected override ListDaemonsResponse Handle(Call call, ListDaemonsRequest request)
    {
        var clusters = request.ClusterArn is null ? call.Region.Clusters.Values.AsEnumerable() : [call.Cluster(request.ClusterArn)];
        var daemons =
            from cluster in clusters
            from daemon in cluster.Daemons.Values
            where request.CapacityProviderArns is null or [] || daemon.CapacityProviderArns.Intersect(request.CapacityProviderArns).Any()
            select daemon.Resource;
        var (page, next) = Paging.ByName(daemons, Key, Summary, request.NextToken, request.MaxResults);
        return new() { DaemonSummariesList = page, NextToken = next };
    }

    private static string Key(DaemonDetail daemon) => $"{EcsArn.IdOf(daemon.ClusterArn!)}\0{EcsArn.IdOf(daemon.DaemonArn!)}";

    private static DaemonSummary Summary(DaemonDetail daemon) =>
        new() { DaemonArn = daemon.DaemonArn, Status = daemon.Status, CreatedAt = daemon.CreatedAt, UpdatedAt = daemon.UpdatedAt };
}
