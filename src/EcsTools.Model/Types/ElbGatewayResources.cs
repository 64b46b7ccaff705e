namespace EcsTools.Model;

public sealed partial class ElbGatewayResources
{
    /// <summary>Which load balancer, and what guards it: <c>loadbalancer/app/edge/6d0ecf831eec9f09 (sg-0f1e2d3c)</c>.</summary>
    public override string ToString() => $"{LoadBalancerArn?[(LoadBalancerArn.LastIndexOf(':') + 1)..]} ({SecurityGroup})";
}
