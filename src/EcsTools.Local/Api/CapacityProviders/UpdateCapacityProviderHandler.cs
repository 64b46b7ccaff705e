using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Changes a provider; its managed scaling follows.</summary>
internal sealed class UpdateCapacityProviderHandler() : Handler<UpdateCapacityProviderRequest, UpdateCapacityProviderResponse>(Operations.UpdateCapacityProvider)
{
    protected override UpdateCapacityProviderResponse Handle(Call call, UpdateCapacityProviderRequest request)
    {
        if (string.IsNullOrEmpty(request.Name)) throw EcsFault.InvalidParameter("A name is required when updating a capacity provider.");
        var provider = call.Changeable(request.Name, request.Cluster).Resource;
        switch (provider)
        {
            case { AutoScalingGroupProvider: { } group } when request.AutoScalingGroupProvider is { } asked: provider.AutoScalingGroupProvider = CapacityProviderRules.Merge(group, asked); break;
            case { ManagedInstancesProvider: { } instances } when request.ManagedInstancesProvider is { } asked: provider.ManagedInstancesProvider = Merge(instances, asked); break;
            default: throw EcsFault.InvalidParameter($"Specify changes of the kind of capacity provider that {provider.Name} is.");
        }

        foreach (var cluster in call.Region.Clusters.Values.Where(cluster => cluster.Has(provider.Name!))) call.Engine.Schedule(cluster.CapacityOf(provider.Name!), call.Now + Simulated.PlacementRetry);
        provider.UpdateStatus = CapacityProviderUpdateStatus.UpdateComplete;
        provider.UpdateStatusReason = null;
        return new() { CapacityProvider = provider.Copy() };
    }

    private static ManagedInstancesProvider Merge(ManagedInstancesProvider current, UpdateManagedInstancesProviderConfiguration asked)
    {
        Check.OneOf(asked.PropagateTags, "propagateTags", [.. PropagateMITags.Values]);
        var others = asked.Copy();
        others.InstanceLaunchTemplate = null;
        var merged = current.With(others);
        merged.InstanceLaunchTemplate = current.InstanceLaunchTemplate!.With(asked.InstanceLaunchTemplate);
        return merged;
    }
}
