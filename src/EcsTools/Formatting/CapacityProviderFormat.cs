using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to capacity providers.</summary>
public static class CapacityProviderFormat
{
    /// <summary>How full ECS keeps the Auto Scaling group: <c>to 80 %</c>; <c>off</c> where it leaves the group alone, blank where there is none.</summary>
    public static string Scaling(CapacityProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.AutoScalingGroupProvider switch
        {
            null => "",
            { ManagedScaling: { Status: ManagedScalingStatus.Enabled } scaling } => $"to {scaling.TargetCapacity ?? 100} %",
            _ => Paint.Quiet("off"),
        };
    }

    /// <summary>How many instances ECS adds or takes away at a time.</summary>
    public static string Steps(CapacityProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.AutoScalingGroupProvider?.ManagedScaling is { } scaling ? $"{scaling.MinimumScalingStepSize ?? 1} to {scaling.MaximumScalingStepSize ?? 10000} instances" : "";
    }

    /// <summary>Where its instances come from: the Auto Scaling group, or the profile that managed instances start with.</summary>
    public static string Behind(CapacityProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return Format.Foreign(provider.AutoScalingGroupProvider?.AutoScalingGroupArn ?? provider.ManagedInstancesProvider?.InstanceLaunchTemplate?.Ec2InstanceProfileArn);
    }
}
