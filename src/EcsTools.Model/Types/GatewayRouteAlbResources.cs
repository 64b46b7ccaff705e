namespace EcsTools.Model;

public sealed partial class GatewayRouteAlbResources
{
    /// <summary>Which load balancer serves the route: <c>loadbalancer/app/edge/6d0ecf831eec9f09</c>.</summary>
    public override string ToString() => LoadBalancerArn?[(LoadBalancerArn.LastIndexOf(':') + 1)..] ?? "";
}
