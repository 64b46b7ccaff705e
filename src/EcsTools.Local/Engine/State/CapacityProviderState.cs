using System.Text.Json.Serialization;
using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A capacity provider that was created. What it does in a cluster is <see cref="CapacityState"/>.</summary>
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

    /// <summary>Begins to delete it.</summary>
    public void Delete(EcsEngine engine)
    {
        if (Resource.Type == CapacityProviderType.ManagedInstances) Resource.Status = CapacityProviderStatus.Deprovisioning;
        Resource.UpdateStatus = CapacityProviderUpdateStatus.DeleteInProgress;
        Resource.UpdateStatusReason = null;
        engine.ScheduleOnly(this, engine.Timing.DeleteCapacityProvider);
    }

    /// <summary>Ends its deletion; later, forgets it.</summary>
    public override void Wake(EcsEngine engine)
    {
        if (IsInactive)
        {
            Region.CapacityProviders.Remove(Resource.Name!);
            return;
        }

        Resource.Status = CapacityProviderStatus.Inactive;
        Resource.UpdateStatus = CapacityProviderUpdateStatus.DeleteComplete;
        Resource.Tags = [];
        Region.ClusterOf(Resource)?.Dissociate(Resource.Name!);
        engine.ScheduleOnly(this, Simulated.Remembered);
    }
}
