namespace EcsTools.Model;

public sealed partial class ElbGatewayResources
{
    /// <summary>The load balancer: the end of the ARN.</summary>
    public string? LoadBalancer => EcsArn.Foreign(LoadBalancerArn);

    /// <summary>The number of routes that share the load balancer.</summary>
    public int Routes => GatewayRouteArns?.Count ?? 0;

    /// <summary>Which load balancer, and what guards it: <c>loadbalancer/app/edge/6d0ecf831eec9f09 (sg-0f1e2d3c)</c>.</summary>
    public override string ToString() => $"{LoadBalancerArn?[(LoadBalancerArn.LastIndexOf(':') + 1)..]} ({SecurityGroup})";
}
