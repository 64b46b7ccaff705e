using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The goals of waits for capacity providers and their clusters.</summary>
internal static class CapacityGoals
{
    private const string UpdateInProgress = "UPDATE_IN_PROGRESS", UpdateFailed = "UPDATE_FAILED";

    public static Goal<CapacityProvider> Ready(CapacityProvider provider) => Provider(
        provider,
        seen => seen.UpdateStatus ?? seen.Status,
        [CapacityProviderUpdateStatus.CreateComplete, CapacityProviderUpdateStatus.UpdateComplete, CapacityProviderStatus.Active],
        [CapacityProviderUpdateStatus.CreateFailed, CapacityProviderUpdateStatus.UpdateFailed]);

    public static Goal<CapacityProvider> Gone(CapacityProvider provider) => Provider(
        provider,
        seen => seen.Status == CapacityProviderStatus.Inactive ? seen.Status : seen.UpdateStatus,
        [CapacityProviderStatus.Inactive, CapacityProviderUpdateStatus.DeleteComplete],
        [CapacityProviderUpdateStatus.DeleteFailed],
        isEnd: true);

    /// <summary>That a cluster, and what its capacity providers need, is there.</summary>
    public static Goal<Cluster> Ready(Cluster cluster) => Of(cluster, Attached, [Active], [UpdateFailed, Faulty]);

    /// <summary>That a cluster is INACTIVE, and what its capacity providers needed is gone.</summary>
    public static Goal<Cluster> Gone(Cluster cluster) => Of(cluster, seen => seen.Status, [Inactive], [Faulty], isEnd: true);

    private const string Active = "ACTIVE", Inactive = "INACTIVE", Faulty = "FAILED";

    /// <summary>The status of a cluster; while its capacity providers are attached, or after that has failed, theirs.</summary>
    private static string? Attached(Cluster seen) =>
        seen.AttachmentsStatus is UpdateInProgress or UpdateFailed ? seen.AttachmentsStatus : seen.Status;

    private static StatusGoal<Cluster> Of(
        Cluster cluster,
        Func<Cluster, string?> status,
        string[] done,
        string[] failed,
        bool isEnd = false) => new(cluster.ClusterArn!, "Cluster")
    {
        Describe = async (ids, calls) =>
            (await calls.Send(Operations.DescribeClusters, new()
            {
                Clusters = [.. ids],
                Include = [ClusterField.Attachments, ClusterField.Settings, ClusterField.Tags],
            })).Clusters ?? [],
        Status = status,
        Done = done,
        Failed = failed,
        Underway = UpdateInProgress,
        FailedAdvice = "Get-EcsCluster -Include ATTACHMENTS shows the attachment that failed. Then set the capacity providers again with Set-EcsClusterCapacityProvider.",
        IsEnd = isEnd,
    };

    private static StatusGoal<CapacityProvider> Provider(
        CapacityProvider provider,
        Func<CapacityProvider, string?> status,
        string[] done,
        string[] failed,
        bool isEnd = false) => new(provider.CapacityProviderArn ?? provider.Name!, "Capacity provider")
    {
        Describe = async (ids, calls) =>
            await calls.All(
                Operations.DescribeCapacityProviders, new() { CapacityProviders = [.. ids], Cluster = provider.Cluster }, pageSize: null),
        Status = status,
        Reason = seen => seen.UpdateStatusReason,
        Done = done,
        Failed = failed,
        Underway = CapacityProviderUpdateStatus.UpdateInProgress,
        FailedAdvice = "Correct what the reason names, and then try again.",
        IsEnd = isEnd,
    };
}
