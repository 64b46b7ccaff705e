using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Makes a provider; under managed scaling it brings simulated instances to the clusters that have it.</summary>
internal sealed class CreateCapacityProviderHandler() : Handler<CreateCapacityProviderRequest, CreateCapacityProviderResponse>(Operations.CreateCapacityProvider)
{
    protected override CreateCapacityProviderResponse Handle(Call call, CreateCapacityProviderRequest request)
    {
        CapacityProviderRules.Name(request.Name);
        Check.Tags(request.Tags);
        var existing = call.Region.CapacityProviders.GetValueOrDefault(request.Name!);
        if (existing is { IsInactive: false })
            throw EcsFault.Client("The specified capacity provider already exists. To change the configuration of an existing capacity provider, update the capacity provider.");

        var provider = (request.AutoScalingGroupProvider, request.ManagedInstancesProvider) switch
        {
            ({ } group, null) => OfGroup(call, group),
            (null, { } instances) => OfManagedInstances(call, request.Cluster, instances),
            _ => throw EcsFault.InvalidParameter("Specify either an Auto Scaling group provider or a Managed Instances provider."),
        };
        provider.CapacityProviderArn = call.Region.Arn($"capacity-provider/{request.Name}");
        provider.Name = request.Name;
        provider.Status = CapacityProviderStatus.Active;
        provider.Tags = request.Tags ?? [];
        Add(call.Region, provider);
        return new() { CapacityProvider = provider.Copy() };
    }

    private static CapacityProvider OfGroup(Call call, AutoScalingGroupProvider group)
    {
        if (string.IsNullOrEmpty(group.AutoScalingGroupArn)) throw EcsFault.InvalidParameter("autoScalingGroupArn can not be blank.");
        if (call.Region.CapacityProviders.Values.Any(other => !other.IsInactive && other.Resource.AutoScalingGroupProvider?.AutoScalingGroupArn == group.AutoScalingGroupArn))
            throw EcsFault.Client("The specified Auto Scaling group ARN is already being used by another capacity provider. Specify a unique Auto Scaling group ARN and try again.");
        return new()
        {
            Type = CapacityProviderType.Ec2Autoscaling,
            AutoScalingGroupProvider = CapacityProviderRules.Merge(new() { AutoScalingGroupArn = group.AutoScalingGroupArn }, new AutoScalingGroupProviderUpdate().With(group)),
        };
    }

    private static CapacityProvider OfManagedInstances(Call call, string? cluster, CreateManagedInstancesProviderConfiguration instances)
    {
        if (string.IsNullOrEmpty(cluster)) throw EcsFault.InvalidParameter("Amazon ECS Managed Instances Provider is not supported without a Cluster Name.");
        if (string.IsNullOrEmpty(instances.InfrastructureRoleArn)) throw EcsFault.InvalidParameter("Amazon ECS Managed Instances capacity provider must specify an InfrastructureRole.");
        if (string.IsNullOrEmpty(instances.InstanceLaunchTemplate?.Ec2InstanceProfileArn)) throw EcsFault.InvalidParameter("Amazon ECS Managed Instances capacity provider must specify an instance profile.");
        if (instances.InstanceLaunchTemplate.NetworkConfiguration?.Subnets is not { Count: > 0 })
            throw EcsFault.InvalidParameter("Amazon ECS Managed Instances capacity provider must specify a Network Configuration with non empty subnets.");
        Check.OneOf(instances.PropagateTags, "propagateTags", [.. PropagateMITags.Values]);
        return new()
        {
            Type = CapacityProviderType.ManagedInstances,
            Cluster = call.Changeable(cluster).Resource.ClusterArn,
            UpdateStatus = CapacityProviderUpdateStatus.CreateComplete,
            ManagedInstancesProvider = new ManagedInstancesProvider().With(instances),
        };
    }

    // One of managed instances is its cluster's from the beginning.
    private static void Add(RegionState region, CapacityProvider provider)
    {
        if (region.CapacityProviders.GetValueOrDefault(provider.Name!) is { } deleted) deleted.DueAt = null; // else it would be forgotten by its name, which is now another's
        var state = new CapacityProviderState { Resource = provider };
        region.CapacityProviders[provider.Name!] = state;
        state.Link(region);
        if (region.ClusterOf(provider) is { } cluster) cluster.Resource.CapacityProviders = [.. cluster.Resource.CapacityProviders ?? [], provider.Name!];
    }
}
