using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>Gateways and Express services as the local ECS would have them.</summary>
internal static class GatewayCopy
{
    /// <summary>A gateway, with its associations and routes in the clusters of the region.</summary>
    public static GatewayState State(DescribedGateway described, RegionState region)
    {
        var state = new GatewayState
        {
            Resource = described.Gateway.Copy(),
            Request = new() { Name = described.Gateway.Name },
            LoadBalancer = Balancer(described),
        };
        if (state.Resource.Configuration?.HostSharedAlb?.Copy() is { } balancers)
        {
            balancers.CurrentAlbCount = null;
            state.Resource.Configuration = new() { HostSharedAlb = balancers };
        }

        foreach (var (cluster, status) in described.Clusters.Where(pair =>
            region.Clusters.ContainsKey(EcsArn.IdOf(pair.Key)))) state.Clusters[EcsArn.IdOf(cluster)] = status;
        foreach (var route in described.Routes)
        {
            if (EcsArn.TryParse(route.ServiceArn, out var service) && service.Cluster is { } cluster && state.Clusters.ContainsKey(cluster))
                state.Routes[route.GatewayRouteArn!] = new() { Resource = route.Copy(), ClusterName = cluster };
        }

        return state;
    }

    /// <summary>Lets an update end that is in progress. When it began isn't described.</summary>
    public static void Settle(EcsEngine engine, GatewayState gateway)
    {
        if (gateway.Resource.Status == GatewayStatus.UpdateInProgress) engine.ScheduleOnly(gateway, engine.Timing.GatewayUpdate);
    }

    /// <summary>The additional facts of an Express service.</summary>
    public static ExpressState Express(ECSExpressGatewayService described, ServiceState service)
    {
        var active = described.ActiveConfigurations ?? [];
        var state = new ExpressState
        {
            InfrastructureRoleArn = described.InfrastructureRoleArn!,
            Endpoint = active
                .SelectMany(configuration => configuration.IngressPaths ?? [])
                .Select(path => path.Endpoint)
                .FirstOrDefault() ?? "",
            UpdatedAt = described.UpdatedAt ?? described.CreatedAt ?? default,
        };
        foreach (var configuration in active)
        {
            if (service.Deployments.Find(deployment => deployment.RevisionArn == configuration.ServiceRevisionArn) is { } deployment)
                state.Configurations[deployment.Id] = configuration;
        }

        return state;
    }

    // Its routes are added when it is described.
    private static ElbGatewayResources? Balancer(DescribedGateway described)
    {
        if (described.LoadBalancer?.Copy() is not { } balancer) return null;
        balancer.GatewayRouteArns = null;
        return balancer;
    }
}
