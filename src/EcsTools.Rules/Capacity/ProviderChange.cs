using EcsTools.Model;

namespace EcsTools.Rules.Capacity;

/// <summary>A capacity provider that is created or changed.</summary>
/// <param name="Request">CreateCapacityProvider's or UpdateCapacityProvider's request.</param>
internal sealed record ProviderChange(IStructure Request)
{
    /// <summary>The provider of an Auto Scaling group as it will be; null if it is of another kind.</summary>
    public AutoScalingGroupProvider? Group { get; init; }

    public CreateCapacityProviderRequest? Creation => Request as CreateCapacityProviderRequest;

    public CreateManagedInstancesProviderConfiguration? Managed => Creation?.ManagedInstancesProvider;

    /// <summary>The requirements for instances.</summary>
    public InstanceRequirementsRequest? Requirements =>
        Managed?.InstanceLaunchTemplate?.InstanceRequirements
            ?? (Request as UpdateCapacityProviderRequest)?.ManagedInstancesProvider?.InstanceLaunchTemplate?.InstanceRequirements;
}
