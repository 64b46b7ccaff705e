using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>What makes a service an Express service: how it was asked for, deployment by deployment.</summary>
internal sealed class ExpressState
{
    public required string InfrastructureRoleArn { get; init; }

    /// <summary>The end of its address, which no other service has.</summary>
    public required string Endpoint { get; init; }

    public required DateTime UpdatedAt { get; set; }

    /// <summary>What each deployment brings, by the deployment's id.</summary>
    public SortedDictionary<string, ExpressGatewayServiceConfiguration> Configurations { get; } = new(StringComparer.Ordinal);
}
