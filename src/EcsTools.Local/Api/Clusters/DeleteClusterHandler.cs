using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.Clusters;

/// <summary>Sets an empty cluster to INACTIVE.</summary>
internal sealed class DeleteClusterHandler() : Handler<DeleteClusterRequest, DeleteClusterResponse>(Operations.DeleteCluster)
{
    protected override DeleteClusterResponse Handle(Call call, DeleteClusterRequest request)
    {
        var cluster = call.Cluster(request.Cluster);
        if (cluster.Services.Values.Any(service => service.IsActive))
            throw new EcsFault("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.");
        if (cluster.Counts.Alive > 0)
            throw new EcsFault("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
        if (cluster.Registered.Count > 0)
            throw new EcsFault(
                "ClusterContainsContainerInstancesException",
                "The Cluster cannot be deleted while Container Instances are active or draining.");
        if (call.Region.CapacityProviders.Values.Any(provider =>
            !provider.IsInactive && call.Region.ClusterOf(provider.Resource) == cluster))
            throw new EcsFault(
                "ClusterContainsCapacityProviderException", "The Cluster cannot be deleted while Capacity Providers are active.");
        ClusterChanges.NotBusy(cluster);

        cluster.Resource.Status = "INACTIVE";
        var answer = cluster.Describe();
        answer.Tags = []; // the cluster keeps them
        return new() { Cluster = answer };
    }
}
