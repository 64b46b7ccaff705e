using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>The state of an Express service: its requested settings by deployment.</summary>
internal sealed class ExpressState
{
    public required string InfrastructureRoleArn { get; init; }

    /// <summary>The end of its address, which no other service has.</summary>
    public required string Endpoint { get; init; }

    public required DateTime UpdatedAt { get; set; }

    /// <summary>The settings of each deployment, by its ID.</summary>
    public SortedDictionary<string, ExpressGatewayServiceConfiguration> Configurations { get; } = new(StringComparer.Ordinal);
}
