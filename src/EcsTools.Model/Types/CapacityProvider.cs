namespace EcsTools.Model;

public sealed partial class CapacityProvider
{
    /// <summary>How full ECS keeps the Auto Scaling group: <c>to 80 %</c>, or <c>off</c>; null without a group.</summary>
    public string? Scaling => AutoScalingGroupProvider switch
    {
        null => null,
        { ManagedScaling: { Status: ManagedScalingStatus.Enabled } scaling } => $"to {scaling.TargetCapacity ?? 100} %",
        _ => "off",
    };

    /// <summary>The source of its instances: the Auto Scaling group, or the instance profile of managed instances.</summary>
    public string? Source =>
        EcsArn
            .Foreign(
                AutoScalingGroupProvider?.AutoScalingGroupArn ?? ManagedInstancesProvider?.InstanceLaunchTemplate?.Ec2InstanceProfileArn);

    /// <summary>The capacity provider's name.</summary>
    public override string ToString() => Name ?? "";
}
