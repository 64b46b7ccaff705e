using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Capacity;

/// <summary>Deletes capacity providers, in steps.</summary>
internal static class ProviderDeletion
{
    public static void Begin(EcsEngine engine, CapacityProviderState provider)
    {
        if (provider.Resource.Type == CapacityProviderType.ManagedInstances)
            provider.Resource.Status = CapacityProviderStatus.Deprovisioning;
        provider.Resource.UpdateStatus = CapacityProviderUpdateStatus.DeleteInProgress;
        provider.Resource.UpdateStatusReason = null;
        engine.ScheduleOnly(provider, engine.Timing.DeleteCapacityProvider);
    }

    /// <summary>Completes the deletion; later, removes the provider from the state.</summary>
    public static void Continue(EcsEngine engine, CapacityProviderState provider)
    {
        if (provider.IsInactive)
        {
            provider.Region.CapacityProviders.Remove(provider.Resource.Name!);
            return;
        }

        provider.Resource.Status = CapacityProviderStatus.Inactive;
        provider.Resource.UpdateStatus = CapacityProviderUpdateStatus.DeleteComplete;
        provider.Resource.Tags = [];
        provider.Region.ClusterOf(provider.Resource)?.Dissociate(provider.Resource.Name!);
        engine.ScheduleOnly(provider, Retention.Ended);
    }
}
