using EcsTools.Local.Api.CapacityProviders;
using EcsTools.Local.Engine.Capacity;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Capacity;

namespace EcsTools.Local.Api.Clusters;

/// <summary>Sets the capacity providers and the default strategy of a cluster.</summary>
internal sealed class PutClusterCapacityProvidersHandler()
    : Handler<PutClusterCapacityProvidersRequest, PutClusterCapacityProvidersResponse>(Operations.PutClusterCapacityProviders)
{
    protected override PutClusterCapacityProvidersResponse Handle(Call call, PutClusterCapacityProvidersRequest request)
    {
        var cluster = call.Changeable(request.Cluster);
        Check.Rules(ClusterRules.All, new ClusterChange(request));
        var names = Strategies.Providers(call.Region, cluster.Name, request.CapacityProviders);
        var strategy = Strategies.Default(call.Region, request.DefaultCapacityProviderStrategy, names);
        foreach (var removed in (cluster.Resource.CapacityProviders ?? []).Except(names)) NotInUse(cluster, removed);

        cluster.Resource.DefaultCapacityProviderStrategy = strategy;
        ClusterAttachments.Associate(call.Engine, cluster, names);
        return new() { Cluster = ClusterChanges.Changed(cluster) };
    }

    private static void NotInUse(ClusterState cluster, string name)
    {
        var isUsed = cluster.Tasks.Any(task => !task.IsStopped && task.Resource.CapacityProviderName == name)
            || cluster.Services.Values.Any(service =>
                !service.IsInactive && service.Resource.CapacityProviderStrategy?.Exists(item => item.CapacityProvider == name) == true);
        if (isUsed) throw new EcsFault("ResourceInUseException", "The specified capacity provider is in use and cannot be removed.");
    }
}
