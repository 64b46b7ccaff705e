using EcsTools.Local.Engine.Core;
using EcsTools.Model;
using EcsTools.Rules.Capacity;

namespace EcsTools.Local.Api.Clusters;

/// <summary>Changes settings and configuration of a cluster.</summary>
internal sealed class UpdateClusterHandler() : Handler<UpdateClusterRequest, UpdateClusterResponse>(Operations.UpdateCluster)
{
    protected override UpdateClusterResponse Handle(Call call, UpdateClusterRequest request)
    {
        Check.Rules(ClusterRules.All, new ClusterChange(request));
        var cluster = call.Cluster(request.Cluster);
        if (!cluster.IsActive) throw EcsFault.Client("Cluster was not ACTIVE.");
        cluster.Resource.Settings = request.Settings is { Count: > 0 } settings ? settings : cluster.Resource.Settings;
        cluster.Resource.Configuration = request.Configuration ?? cluster.Resource.Configuration;
        if (request.ServiceConnectDefaults is { } defaults)
            cluster.Resource.ServiceConnectDefaults = string.IsNullOrEmpty(defaults.Namespace)
                ? null
                : new() { Namespace = defaults.Namespace };
        return new() { Cluster = ClusterChanges.Changed(cluster) };
    }
}
