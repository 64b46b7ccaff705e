using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to daemons, their deployments and revisions.</summary>
public static class DaemonFormat
{
    /// <summary>The daemon that a deployment or revision is of, as its ARN says: <c>daemon-revision/prod/agent/123</c>.</summary>
    public static string Daemon(string? arn) => EcsArn.TryParse(arn, out var parts) && parts.Resource.Split('/') is [_, var daemon, _] ? daemon : "";

    /// <summary>Instances as <c>running/without</c>; yellow while some are without the daemon.</summary>
    public static string Instances(DaemonDetail daemon)
    {
        ArgumentNullException.ThrowIfNull(daemon);
        var revisions = daemon.CurrentRevisions ?? [];
        return Format.Counts(revisions.Sum(r => r.TotalRunningCount), revisions.Sum(r => r.TotalWithoutDaemonCount));
    }

    /// <summary>The instances of what is rolled out, as <c>running/without/draining</c>.</summary>
    public static string Instances(DaemonDeployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return deployment.TargetDaemonRevision is { } target ? Instances(target) : "";
    }

    /// <summary>A revision's instances as <c>running/without/draining</c>; yellow while some are without it or draining.</summary>
    public static string Instances(DaemonDeploymentRevisionDetail revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var text = $"{revision.TotalRunningInstanceCount ?? 0}/{revision.TotalWithoutDaemonInstanceCount ?? 0}/{revision.TotalDrainingInstanceCount ?? 0}";
        return revision.TotalWithoutDaemonInstanceCount > 0 || revision.TotalDrainingInstanceCount > 0 ? Paint.Busy(text) : text;
    }

    /// <summary>The capacity providers on whose instances it runs.</summary>
    public static string Providers(DaemonDetail daemon)
    {
        ArgumentNullException.ThrowIfNull(daemon);
        return Format.Items((daemon.CurrentRevisions ?? []).SelectMany(r => r.CapacityProviders ?? []).Select(p => Format.Id(p.Arn)).Distinct());
    }
}
