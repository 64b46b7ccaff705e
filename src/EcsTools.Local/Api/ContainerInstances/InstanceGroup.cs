using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.ContainerInstances;

/// <summary>
/// The Auto Scaling group of an instance that registers. It's in the tag that EC2 Auto Scaling sets on its instances, because there is no
/// EC2 here to ask; the tag itself is not kept.
/// </summary>
internal static class InstanceGroup
{
    private const string GroupTag = "aws:autoscaling:groupName";

    /// <summary>The tags but for that of the group.</summary>
    public static List<Tag> Without(List<Tag>? tags) => [.. (tags ?? []).Where(tag => tag.Key != GroupTag)];

    /// <summary>The name of the cluster's capacity provider with the group; null if there is none.</summary>
    public static string? ProviderOf(
        ClusterState cluster, List<Tag>? tags) => tags?.Find(tag => tag.Key == GroupTag) is { Value: { } group }
        ? cluster.Resource.CapacityProviders?.Find(name => GroupOf(cluster, name) == group)
        : null;

    private static string? GroupOf(ClusterState cluster, string provider) =>
        cluster.Region.FindCapacityProvider(provider)?.AutoScalingGroupProvider?.AutoScalingGroupArn is { } arn
            ? arn[(arn.LastIndexOf('/') + 1)..]
            : null;
}
