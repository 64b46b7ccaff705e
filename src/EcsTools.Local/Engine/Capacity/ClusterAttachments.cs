using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Capacity;

/// <summary>The attachments of a cluster: the scaling policies of its capacity providers.</summary>
internal static class ClusterAttachments
{
    private const string CapacityProviderName = "capacityProviderName";

    /// <summary>
    /// Associates capacity providers with the cluster. Those that scale their Auto Scaling group get a scaling policy, which takes a while.
    /// </summary>
    public static void Associate(EcsEngine engine, ClusterState cluster, List<string> providers)
    {
        var resource = cluster.Resource;
        resource.CapacityProviders = providers;
        var scaled = providers
            .Where(name =>
                cluster.Region.FindCapacityProvider(name)?.AutoScalingGroupProvider?.ManagedScaling?.Status == ManagedScalingStatus.Enabled)
            .ToList();
        var kept = (resource.Attachments ?? []).Where(attachment => scaled.Contains(ProviderOf(attachment))).ToList();
        var added = scaled.Except(kept.Select(ProviderOf)).Select(name => ScalingPolicy(engine, name)).ToList();
        if (added.Count == 0 && kept.Count == (resource.Attachments?.Count ?? 0)) return;
        resource.Attachments = [.. kept, .. added];
        resource.AttachmentsStatus = "UPDATE_IN_PROGRESS";
        engine.ScheduleOnly(cluster, engine.Timing.AttachScalingPolicy);
    }

    /// <summary>The scaling policies were created.</summary>
    public static void Complete(ClusterState cluster)
    {
        cluster.Resource.AttachmentsStatus = "UPDATE_COMPLETE";
        cluster.Resource.Attachments = cluster.Resource.Attachments?
            .ConvertAll(attachment =>
                new Attachment { Id = attachment.Id, Type = attachment.Type, Status = "CREATED", Details = attachment.Details });
    }

    private static Attachment ScalingPolicy(EcsEngine engine, string provider) => new()
    {
        Id = engine.Random.Guid(),
        Type = "as_policy",
        Status = "PRECREATED",
        Details =
        [
            new() { Name = CapacityProviderName, Value = provider },
            new() { Name = "scalingPolicyName", Value = $"ECSManagedAutoScalingPolicy-{engine.Random.Guid()}" },
        ],
    };

    private static string ProviderOf(Attachment attachment) =>
        attachment.Details?.Find(detail => detail.Name == CapacityProviderName)?.Value ?? "";
}
