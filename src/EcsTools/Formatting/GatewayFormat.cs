using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to gateways and their routes.</summary>
public static class GatewayFormat
{
    /// <summary>The gateway that a route leaves from, as its ARN says: <c>gateway-route/edge/123/456</c>.</summary>
    public static string Gateway(string? routeArn) => EcsArn.TryParse(routeArn, out var arn) ? arn.Resource.Split('/')[0] : "";

    /// <summary>Load balancers that there are, and how many there may be: <c>1/4</c>.</summary>
    public static string Balancers(Gateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return gateway.Configuration?.HostSharedAlb is { } balancer ? $"{balancer.CurrentAlbCount ?? 0}/{balancer.MaxAlbCount}".TrimEnd('/') : "";
    }

    /// <summary>The protocol and port at which it listens: <c>HTTPS 443</c>.</summary>
    public static string Listens(Gateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return $"{gateway.Configuration?.HostSharedAlb?.Protocol} {gateway.Configuration?.HostSharedAlb?.Port}".Trim();
    }

    /// <summary>How many routes share a load balancer.</summary>
    public static int Routes(ElbGatewayResources balancer)
    {
        ArgumentNullException.ThrowIfNull(balancer);
        return balancer.GatewayRouteArns?.Count ?? 0;
    }
}
