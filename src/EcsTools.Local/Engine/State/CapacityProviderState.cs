using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A capacity provider that was created. Its state in a cluster is <see cref="CapacityState"/>.</summary>
internal sealed class CapacityProviderState : Timed
{
    /// <summary>What DescribeCapacityProviders answers.</summary>
    [Always("name", "capacityProviderArn", "status")]
    public required CapacityProvider Resource { get; init; }

    [JsonIgnore]
    public bool IsInactive => Resource.Status == CapacityProviderStatus.Inactive;

    [JsonIgnore]
    public override string Title => Resource.CapacityProviderArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => IsInactive;

    [JsonIgnore]
    public RegionState Region { get; private set; } = null!;

    public void Link(RegionState region) => Region = region;
}
