using EcsTools.Local.Engine.Capacity;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.CapacityProviders;

/// <summary>Sets a capacity provider that no cluster uses to INACTIVE.</summary>
internal sealed class DeleteCapacityProviderHandler()
    : Handler<DeleteCapacityProviderRequest, DeleteCapacityProviderResponse>(Operations.DeleteCapacityProvider)
{
    protected override DeleteCapacityProviderResponse Handle(Call call, DeleteCapacityProviderRequest request)
    {
        var provider = call.Changeable(request.CapacityProvider, request.Cluster);
        if (User(call.Region, provider.Resource) is { } cluster) Refuse(provider.Resource, cluster);
        else ProviderDeletion.Begin(call.Engine, provider);
        return new() { CapacityProvider = provider.Resource.Copy() };
    }

    /// <summary>A cluster that has the provider and would have to let it go first.</summary>
    private static ClusterState? User(RegionState region, CapacityProvider provider) => provider.Cluster is null
        ? region.Clusters.Values.FirstOrDefault(cluster =>
            cluster.IsActive && cluster.Resource.CapacityProviders?.Contains(provider.Name!) == true)
        : null;

    // ECS answers this with success.
    private static void Refuse(CapacityProvider provider, ClusterState cluster)
    {
        provider.UpdateStatus = CapacityProviderUpdateStatus.DeleteFailed;
        provider.UpdateStatusReason =
            $"The capacity provider cannot be deleted because it is associated with cluster: {cluster.Name}. Remove the capacity provider from the cluster and try again.";
    }
}
