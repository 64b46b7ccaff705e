using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>The meaning of a capacity provider's type for its tasks.</summary>
internal static class CapacityProviderKind
{
    /// <summary>The launch type that tasks by the provider show.</summary>
    public static string LaunchType(this CapacityProvider provider) => provider.Type switch
    {
        CapacityProviderType.Fargate or CapacityProviderType.FargateSpot => Model.LaunchType.Fargate,
        CapacityProviderType.ManagedInstances => Model.LaunchType.ManagedInstances,
        _ => Model.LaunchType.Ec2,
    };

    /// <summary>Whether ECS brings instances for tasks that find no room, so that they wait for them.</summary>
    public static bool IsScaled(this CapacityProvider provider) =>
        provider.Type == CapacityProviderType.ManagedInstances
            || provider.AutoScalingGroupProvider?.ManagedScaling?.Status == ManagedScalingStatus.Enabled;
}
