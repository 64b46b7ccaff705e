using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>
/// The routes to a service: one for each of its gateway connectors and each gateway that its cluster is associated with, when the service
/// is made or changed. Traffic does not flow; the load balancer's resources are names only.
/// </summary>
internal static class GatewayRoutes
{
    private const int IdLength = 16;

    /// <summary>Creates the routes for the connectors, and deletes the other routes of the service.</summary>
    public static void Connect(Call call, ServiceState service, List<GatewayConnector>? connectors)
    {
        foreach (var gateway in call.Region.Gateways.Values)
        {
            var isOpen = gateway.Clusters.GetValueOrDefault(service.Cluster.Name) == GatewayClusterAssociationStatus.Active;
            var wanted = isOpen
                ? (connectors ?? []).FindAll(connector => IsFor(gateway, connector)).ConvertAll(connector => connector.PortName!)
                : [];
            var existing = gateway.Routes.Values.Where(route => route.Resource.ServiceArn == service.Resource.ServiceArn).ToList();
            foreach (var route in existing.Where(route => !wanted.Contains(route.Resource.ServiceContainerPortName!)))
                gateway.Routes.Remove(route.Resource.GatewayRouteArn!);
            foreach (var port in wanted.Except(existing.Select(route => route.Resource.ServiceContainerPortName!)))
                Add(call, gateway, service, port);
            Settle(gateway);
        }
    }

    /// <summary>Takes away all routes to a service.</summary>
    public static void Disconnect(Call call, ServiceState service) => Connect(call, service, null);

    /// <summary>Ends what only waited for the last route: the load balancer, and associations of clusters that were to go.</summary>
    public static void Settle(GatewayState gateway)
    {
        if (gateway.Routes.Count == 0) gateway.LoadBalancer = null;
        foreach (var cluster in gateway.Clusters
            .Where(pair => pair.Value == GatewayClusterAssociationStatus.Disassociating)
            .Select(pair => pair.Key)
            .ToList())
        {
            if (!gateway.Routes.Values.Any(route => route.ClusterName == cluster))
                gateway.Clusters[cluster] = GatewayClusterAssociationStatus.Inactive;
        }
    }

    private static bool IsFor(GatewayState gateway, GatewayConnector connector) =>
        connector.Filters?.AccessTypes is null or [] || connector.Filters.AccessTypes.Contains(gateway.Resource.AccessType!);

    private static void Add(Call call, GatewayState gateway, ServiceState service, string port)
    {
        var balancer = gateway.LoadBalancer ??= NewBalancer(call, gateway);
        var path = Identifiers.Resource(gateway.Resource.GatewayArn!)["gateway/".Length..];
        var arn = call.Region.Arn($"gateway-route/{path}/{call.Engine.Random.HexId()}");
        gateway.Routes.Add(arn, new()
        {
            ClusterName = service.Cluster.Name,
            Resource = new()
            {
                GatewayRouteArn = arn,
                ServiceArn = service.Resource.ServiceArn,
                ServiceContainerPortName = port,
                Status = GatewayRouteStatus.Active,
                ServiceUrl = $"https://{service.Name}-{arn[^8..]}.ecs.{call.Region.Region}.on.aws",
                Resources = new() { HostSharedAlb = [Resources(call, balancer)] },
            },
        });
    }

    private static ElbGatewayResources NewBalancer(Call call, GatewayState gateway)
    {
        var path = $"app/ecs-gateway-{gateway.Name}-1/{Id(call)}";
        return new()
        {
            LoadBalancerArn = Arn(call, "elasticloadbalancing", $"loadbalancer/{path}"),
            ListenerArn = Arn(call, "elasticloadbalancing", $"listener/{path}/{Id(call)}"),
            SecurityGroup = gateway.Resource.Configuration!.HostSharedAlb!.NetworkConfiguration!.InboundSecurityGroup
                ?? call.Engine.Random.Ec2Id("sg"),
        };
    }

    private static GatewayRouteAlbResources Resources(Call call, ElbGatewayResources balancer) => new()
    {
        AcmCertificateArn = Arn(call, "acm", $"certificate/{call.Engine.Random.Guid()}"),
        LoadBalancerArn = balancer.LoadBalancerArn,
        ListenerArn = balancer.ListenerArn,
        ListenerRuleArn = Rule(call, balancer),
        TestListenerRuleArns = [Rule(call, balancer)],
        LoadBalancerSecurityGroups = [new()
        {
            Arn = Arn(call, "ec2", $"security-group/{balancer.SecurityGroup}"),
            RuleArns = [Arn(call, "ec2", $"security-group-rule/{call.Engine.Random.Ec2Id("sgr")}")],
        }],
    };

    private static string Rule(Call call, ElbGatewayResources balancer) =>
        $"{balancer.ListenerArn!.Replace(":listener/", ":listener-rule/", StringComparison.Ordinal)}/{Id(call)}";

    private static string Id(Call call) => call.Engine.Random.HexId()[..IdLength];

    private static string Arn(Call call, string service, string resource) =>
        $"arn:{call.Region.Partition}:{service}:{call.Region.Region}:{call.Region.Account}:{resource}";
}
