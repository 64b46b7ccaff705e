using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A route from a gateway to a port of a service.</summary>
internal sealed class GatewayRouteState
{
    /// <summary>What DescribeGatewayRoute answers.</summary>
    public required GatewayRoute Resource { get; init; }

    /// <summary>The name of the service's cluster.</summary>
    public required string ClusterName { get; init; }
}
