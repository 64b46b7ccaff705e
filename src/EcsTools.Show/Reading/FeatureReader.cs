using EcsTools.Forecast.Descriptions;
using EcsTools.Model;

namespace EcsTools.Show.Reading;

/// <summary>Reads daemons, gateways, and Express services.</summary>
internal sealed class FeatureReader(IEcsCalls calls, EcsReader reader)
{
    /// <summary>The daemons of a cluster, with tags.</summary>
    public async Task<List<DescribedDaemon>> Daemons(string cluster)
    {
        var listed = await reader.All(Operations.ListDaemons, new() { ClusterArn = cluster });
        return [.. await Task.WhenAll(listed.Select(summary => Daemon(summary.DaemonArn!)))];
    }

    /// <summary>The daemon task definitions of daemons, and the newest of each family.</summary>
    public async Task<List<DaemonTaskDefinition>> DaemonTaskDefinitions(IEnumerable<DescribedDaemon> daemons)
    {
        var used = daemons.SelectMany(daemon => daemon.Revisions).Select(revision => revision.DaemonTaskDefinitionArn!).ToHashSet();
        var families = used.Select(arn => EcsArn.IdOf(arn).Split(':')[0]).Distinct().ToList();
        var newest = await Task.WhenAll(families.Select(family =>
            reader.All(Operations.ListDaemonTaskDefinitions, new()
            {
                Family = family,
                Revision = DaemonTaskDefinitionRevisionFilter.LastRegistered,
            })));
        used.UnionWith(newest.SelectMany(list => list).Select(summary => summary.Arn!));
        var answers = await Task.WhenAll(used.Select(arn =>
            calls.Send(Operations.DescribeDaemonTaskDefinition, new() { DaemonTaskDefinition = arn })));
        return [.. answers.Select(answer => answer.DaemonTaskDefinition!)];
    }

    /// <summary>The gateways that are associated with one of the clusters.</summary>
    public async Task<List<DescribedGateway>> Gateways(IReadOnlyCollection<string> clusters)
    {
        var associations = (await reader.All(
            Operations.ListGatewayClusterAssociations, new())).FindAll(association => clusters.Contains(association.ClusterArn!));
        return [.. await Task.WhenAll(associations
            .GroupBy(association => association.GatewayArn!)
            .Select(ofGateway => Gateway(ofGateway.Key, ofGateway.ToDictionary(one => one.ClusterArn!, one => one.Status!))))];
    }

    /// <summary>The Express services among services.</summary>
    public async Task<List<ECSExpressGatewayService>> ExpressServices(IEnumerable<Service> services)
    {
        var answers = await Task.WhenAll(services.Where(service => service.ResourceManagementType == ResourceManagementType.Ecs)
            .Select(service => calls.Send(Operations.DescribeExpressGatewayService, new() { ServiceArn = service.ServiceArn })));
        return [.. answers.Select(answer => answer.Service!)];
    }

    private async Task<DescribedDaemon> Daemon(string arn)
    {
        var daemon = (await calls.Send(Operations.DescribeDaemon, new() { DaemonArn = arn })).Daemon!;
        var listed = await reader.All(Operations.ListDaemonDeployments, new() { DaemonArn = arn });
        var deployments = await reader.DaemonDeployments(listed.Select(summary => summary.DaemonDeploymentArn!));
        var named = deployments
            .SelectMany(deployment => (deployment.SourceDaemonRevisions ?? []).Append(deployment.TargetDaemonRevision))
            .Select(revision => revision?.Arn)
            .Concat((daemon.CurrentRevisions ?? []).Select(revision => revision.Arn))
            .OfType<string>()
            .Distinct();
        return new()
        {
            Daemon = daemon,
            Deployments = deployments,
            Revisions = await reader.DaemonRevisions(named),
            Tags = (await calls.Send(Operations.ListTagsForResource, new() { ResourceArn = arn })).Tags ?? [],
        };
    }

    private async Task<DescribedGateway> Gateway(string arn, Dictionary<string, string> clusters)
    {
        var routes = await reader.All(Operations.ListGatewayRoutes, new() { Gateway = arn });
        var described = await Task.WhenAll(routes
            .Where(route => clusters.ContainsKey(route.ClusterArn!))
            .Select(route => calls.Send(Operations.DescribeGatewayRoute, new() { GatewayRouteArn = route.GatewayRouteArn })));
        return new()
        {
            Gateway = (await calls.Send(Operations.DescribeGateway, new() { Gateway = arn })).Gateway!,
            Clusters = clusters,
            Routes = [.. described.Select(answer => answer.GatewayRoute!)],
            LoadBalancer = described.Length == 0
                ? null
                : (await reader.All(Operations.DescribeGatewayResources, new() { Gateway = arn }, pageSize: null)).FirstOrDefault(),
        };
    }
}
