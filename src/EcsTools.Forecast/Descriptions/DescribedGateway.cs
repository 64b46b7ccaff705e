using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>A gateway as the API describes it.</summary>
public sealed record DescribedGateway
{
    /// <summary>The gateway itself.</summary>
    public required Gateway Gateway { get; init; }

    /// <summary>The statuses of its associations with clusters, by the ARNs of the clusters.</summary>
    public IReadOnlyDictionary<string, string> Clusters { get; init; } = new Dictionary<string, string>();

    /// <summary>Its routes.</summary>
    public IReadOnlyList<GatewayRoute> Routes { get; init; } = [];

    /// <summary>Its load balancer; null if it has no route.</summary>
    public ElbGatewayResources? LoadBalancer { get; init; }
}
