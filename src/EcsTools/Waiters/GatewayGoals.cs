using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The goals of waits for gateways and their associations with clusters.</summary>
internal static class GatewayGoals
{
    public static Goal<Gateway> Ready(string gateway) => Gateway(gateway, isEnd: false);

    public static Goal<Gateway> Gone(string gateway) => Gateway(gateway, isEnd: true);

    public static Goal<GatewayClusterAssociationSummary> Associated(GatewayClusterAssociationSummary association) =>
        Association(association, isEnd: false);

    public static Goal<GatewayClusterAssociationSummary> Disassociated(GatewayClusterAssociationSummary association) =>
        Association(association, isEnd: true);

    private static StatusGoal<Gateway> Gateway(string gateway, bool isEnd) => new(gateway, "Gateway")
    {
        Describe = (ids, calls) =>
            Goal<Gateway>.Alone(async () => (await calls.Send(Operations.DescribeGateway, new() { Gateway = ids[0] })).Gateway),
        Status = seen => seen.Status,
        Reason = FailureReasons,
        Done = isEnd ? [GatewayStatus.Deleted] : [GatewayStatus.Active, GatewayStatus.UpdateComplete],
        Failed = isEnd ? [] : [GatewayStatus.UpdateFailed, GatewayStatus.Deleted],
        Underway = GatewayStatus.UpdateInProgress,
        FailedAdvice = "Get-EcsGatewayResource shows the resources that failed. Correct the cause, and then update the gateway again.",
        IsEnd = isEnd,
    };

    private static string? FailureReasons(Gateway seen)
    {
        var failures = (seen.Failures ?? []).Select(failure =>
            $"{failure.Arn} {string.Join(", ", (failure.Errors ?? []).Select(error => error.Message))}");
        return string.Join("; ", failures.Prepend(seen.StatusReason).Where(text => !string.IsNullOrEmpty(text)));
    }

    private static StatusGoal<GatewayClusterAssociationSummary> Association(
        GatewayClusterAssociationSummary association,
        bool isEnd) => new(association.GatewayArn!, $"Cluster {EcsArn.IdOf(association.ClusterArn!)} and gateway")
    {
        Describe = async (_, calls) =>
            await calls.All(Operations.ListGatewayClusterAssociations, new()
            {
                Gateway = association.GatewayArn,
                Cluster = association.ClusterArn,
            }),
        Status = seen => seen.Status,
        Done = isEnd ? [GatewayClusterAssociationStatus.Inactive] : [GatewayClusterAssociationStatus.Active],
        IsEnd = isEnd,
    };
}
