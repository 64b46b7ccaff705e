using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A gateway, the clusters that may use it, and the routes that lead from it to their services.</summary>
internal sealed class GatewayState : Timed
{
    /// <summary>What DescribeGateway answers, without the number of load balancers.</summary>
    [Always("name", "gatewayArn", "status", "configuration.hostSharedAlb")]
    public required Gateway Resource { get; set; }

    /// <summary>The request that created it, by which a repeat is recognized.</summary>
    public required CreateGatewayRequest Request { get; init; }

    /// <summary>The status of the association with each cluster, by the cluster's name.</summary>
    public SortedDictionary<string, string> Clusters { get; } = new(StringComparer.Ordinal);

    /// <summary>The routes, by their ARNs.</summary>
    public SortedDictionary<string, GatewayRouteState> Routes { get; } = new(StringComparer.Ordinal);

    /// <summary>The load balancer that carries the routes: made with the first, gone with the last.</summary>
    public ElbGatewayResources? LoadBalancer { get; set; }

    [JsonIgnore]
    public string Name => Resource.Name!;

    [JsonIgnore]
    public override string Title => Resource.GatewayArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    /// <summary>What DescribeGateway answers now.</summary>
    public Gateway Describe()
    {
        var answer = Resource.Copy();
        var balancers = Resource.Configuration!.HostSharedAlb!.Copy();
        balancers.CurrentAlbCount = LoadBalancer is null ? 0 : 1;
        answer.Configuration = new() { HostSharedAlb = balancers };
        return answer;
    }
}
