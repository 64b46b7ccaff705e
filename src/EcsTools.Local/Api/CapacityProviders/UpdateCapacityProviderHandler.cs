using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Capacity;

namespace EcsTools.Local.Api.CapacityProviders;

/// <summary>Changes a capacity provider; managed scaling uses the new settings.</summary>
internal sealed class UpdateCapacityProviderHandler()
    : Handler<UpdateCapacityProviderRequest, UpdateCapacityProviderResponse>(Operations.UpdateCapacityProvider)
{
    protected override UpdateCapacityProviderResponse Handle(Call call, UpdateCapacityProviderRequest request)
    {
        var provider = string.IsNullOrEmpty(request.Name) ? null : call.Changeable(request.Name, request.Cluster).Resource;
        var merged = provider?.AutoScalingGroupProvider is { } current && request.AutoScalingGroupProvider is { } change
            ? Providers.Merge(current, change)
            : null;
        Check.Rules(ProviderRules.All, new ProviderChange(request) { Group = merged });
        switch (provider!)
        {
            case { AutoScalingGroupProvider: not null } when merged is not null: provider!.AutoScalingGroupProvider = merged; break;
            case { ManagedInstancesProvider: { } instances } when request.ManagedInstancesProvider is { } asked:
                provider!.ManagedInstancesProvider = Merge(instances, asked);
                break;
            default: throw EcsFault.InvalidParameter($"Specify changes of the kind of capacity provider that {provider!.Name} is.");
        }

        foreach (var cluster in call.Region.Clusters.Values.Where(cluster => cluster.Has(provider.Name!)))
            call.Engine.Schedule(cluster.CapacityOf(provider.Name!), call.Now + call.Engine.Timing.PlacementRetry);
        provider.UpdateStatus = CapacityProviderUpdateStatus.UpdateComplete;
        provider.UpdateStatusReason = null;
        return new() { CapacityProvider = provider.Copy() };
    }

    private static ManagedInstancesProvider Merge(ManagedInstancesProvider current, UpdateManagedInstancesProviderConfiguration asked)
    {
        var others = asked.Copy();
        others.InstanceLaunchTemplate = null;
        var merged = current.With(others);
        merged.InstanceLaunchTemplate = current.InstanceLaunchTemplate!.With(asked.InstanceLaunchTemplate);
        return merged;
    }
}
