using System.Globalization;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Lists the deployments of a daemon.</summary>
internal sealed class ListDaemonDeploymentsHandler()
    : Handler<ListDaemonDeploymentsRequest, ListDaemonDeploymentsResponse>(Operations.ListDaemonDeployments)
{
    private const int Usual = 20;

    protected override ListDaemonDeploymentsResponse Handle(Call call, ListDaemonDeploymentsRequest request)
    {
        var daemon = call.Daemon(request.DaemonArn);
        foreach (var status in request.Status ?? []) Check.OneOf(status, "status", [.. DaemonDeploymentStatus.Values]);
        var deployments =
            from deployment in daemon.Deployments
                .Select((deployment, index) => (deployment.Resource, Key: index.ToString("D8", CultureInfo.InvariantCulture)))
                .Reverse()
            where request.Status is null or [] || request.Status.Contains(deployment.Resource.Status!)
            where !(deployment.Resource.CreatedAt >= request.CreatedAt?.Before)
                && !(deployment.Resource.CreatedAt <= request.CreatedAt?.After)
            select deployment;
        var (page, next) = Paging.ByName(
            deployments,
            deployment => deployment.Key,
            deployment => Summary(daemon, deployment.Resource),
            request.NextToken,
            request.MaxResults,
            usual: Usual,
            isDescending: true);
        return new() { DaemonDeployments = page, NextToken = next };
    }

    private static DaemonDeploymentSummary Summary(DaemonState daemon, DaemonDeployment deployment) => new()
    {
        DaemonDeploymentArn = deployment.DaemonDeploymentArn,
        DaemonArn = daemon.Resource.DaemonArn,
        ClusterArn = deployment.ClusterArn,
        Status = deployment.Status,
        StatusReason = deployment.StatusReason,
        TargetDaemonRevisionArn = deployment.TargetDaemonRevision?.Arn,
        CreatedAt = deployment.CreatedAt,
        StartedAt = deployment.StartedAt,
        StoppedAt = deployment.StoppedAt,
        FinishedAt = deployment.FinishedAt,
    };
}
