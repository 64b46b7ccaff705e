using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Capacity;

namespace EcsTools.Local.Api.CapacityProviders;

/// <summary>Creates a capacity provider; with managed scaling it launches simulated instances in its clusters.</summary>
internal sealed class CreateCapacityProviderHandler()
    : Handler<CreateCapacityProviderRequest, CreateCapacityProviderResponse>(Operations.CreateCapacityProvider)
{
    protected override CreateCapacityProviderResponse Handle(Call call, CreateCapacityProviderRequest request)
    {
        var group = request.AutoScalingGroupProvider is { } asked
            ? Providers.Merge(new() { AutoScalingGroupArn = asked.AutoScalingGroupArn }, new AutoScalingGroupProviderUpdate().With(asked))
            : null;
        Check.Rules(ProviderRules.All, new ProviderChange(request) { Group = group });
        var existing = call.Region.CapacityProviders.GetValueOrDefault(request.Name!);
        if (existing is { IsInactive: false })
            throw EcsFault
                .Client("The specified capacity provider already exists. To change the configuration of an existing capacity provider, update the capacity provider.");

        var provider = group is null ? OfManagedInstances(call, request.Cluster, request.ManagedInstancesProvider!) : OfGroup(call, group);
        provider.CapacityProviderArn = call.Region.Arn($"capacity-provider/{request.Name}");
        provider.Name = request.Name;
        provider.Status = CapacityProviderStatus.Active;
        provider.Tags = request.Tags ?? [];
        Add(call.Region, provider);
        return new() { CapacityProvider = provider.Copy() };
    }

    private static CapacityProvider OfGroup(Call call, AutoScalingGroupProvider group)
    {
        if (call.Region.CapacityProviders.Values.Any(other =>
            !other.IsInactive && other.Resource.AutoScalingGroupProvider?.AutoScalingGroupArn == group.AutoScalingGroupArn))
            throw EcsFault
                .Client("The specified Auto Scaling group ARN is already being used by another capacity provider. Specify a unique Auto Scaling group ARN and try again.");
        return new() { Type = CapacityProviderType.Ec2Autoscaling, AutoScalingGroupProvider = group };
    }

    private static CapacityProvider OfManagedInstances(
        Call call, string? cluster, CreateManagedInstancesProviderConfiguration instances) => new()
    {
        Type = CapacityProviderType.ManagedInstances,
        Cluster = call.Changeable(cluster).Resource.ClusterArn,
        UpdateStatus = CapacityProviderUpdateStatus.CreateComplete,
        ManagedInstancesProvider = new ManagedInstancesProvider().With(instances),
    };

    // One of managed instances is its cluster's from the beginning.
    private static void Add(RegionState region, CapacityProvider provider)
    {
        // else it would be removed by its name, which now belongs to another one
        if (region.CapacityProviders.GetValueOrDefault(provider.Name!) is { } deleted) deleted.DueAt = null;
        var state = new CapacityProviderState { Resource = provider };
        region.CapacityProviders[provider.Name!] = state;
        state.Link(region);
        if (region.ClusterOf(provider) is { } cluster)
            cluster.Resource.CapacityProviders = [.. cluster.Resource.CapacityProviders ?? [], provider.Name!];
    }
}
