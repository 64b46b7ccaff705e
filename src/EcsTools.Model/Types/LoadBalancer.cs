namespace EcsTools.Model;

public sealed partial class LoadBalancer
{
    /// <summary>The target of the traffic, and the load balancer: <c>web:80 of targetgroup/web/6d0ecf831eec9f09</c>.</summary>
    public override string ToString() =>
        $"{ContainerName}:{ContainerPort} of {TargetGroupArn?[(TargetGroupArn.LastIndexOf(':') + 1)..] ?? LoadBalancerName}";
}
