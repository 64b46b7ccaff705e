using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Finds daemons and begins their deployments.</summary>
internal static class DaemonChanges
{
    private const int FailuresThatEnd = 3;

    /// <summary>The daemon of an ARN.</summary>
    /// <exception cref="EcsFault">It is no ARN of a daemon, or there is none.</exception>
    public static DaemonState Daemon(this Call call, string? arn)
    {
        var path = Path(arn, "daemon", 3);
        return call.FindCluster(path[1])?.Daemons.GetValueOrDefault(path[2]) is { } found && Identifiers.IsHere(call, arn!)
            ? found
            : throw new EcsFault("DaemonNotFoundException", "Daemon not found.");
    }

    /// <summary>The daemon of an ARN, which must be ACTIVE.</summary>
    /// <exception cref="EcsFault">It is no ARN of a daemon, there is none, or it is being deleted.</exception>
    public static DaemonState ActiveDaemon(this Call call, string? arn) =>
        call.Daemon(arn) is { IsActive: true } found ? found : throw new EcsFault("DaemonNotActiveException", "Daemon was not ACTIVE.");

    /// <summary>The daemon that a deployment's or a revision's ARN belongs to; null when there is none.</summary>
    public static DaemonState? OwnerOf(this Call call, string arn, string kind)
    {
        var path = Path(arn, kind, 4);
        return Identifiers.IsHere(call, arn) ? call.FindCluster(path[1])?.Daemons.GetValueOrDefault(path[2]) : null;
    }

    /// <summary>A revision of a daemon from now on, with the settings given.</summary>
    public static DaemonRevision Revise(Call call, DaemonState daemon, DaemonTaskDefinition definition, DaemonRevision settings)
    {
        var path = Identifiers.Resource(daemon.Resource.DaemonArn!)["daemon/".Length..];
        settings.DaemonRevisionArn = call.Region.Arn($"daemon-revision/{path}/{call.Engine.Random.LongNumber()}");
        settings.ClusterArn = daemon.Resource.ClusterArn;
        settings.DaemonArn = daemon.Resource.DaemonArn;
        settings.DaemonTaskDefinitionArn = definition.DaemonTaskDefinitionArn;
        settings.ContainerImages = DaemonRules.Images(definition);
        settings.CreatedAt = call.Now.UtcDateTime;
        return settings;
    }

    /// <summary>Begins a deployment of the current settings of the daemon; a deployment in progress is superseded.</summary>
    public static void Deploy(Call call, DaemonState daemon, DaemonRevision? revision)
    {
        var now = call.Now.UtcDateTime;
        if (daemon.Deployments is [.., { IsPendingOrInProgress: true } earlier])
        {
            earlier.End(call.Now, DaemonDeploymentStatus.Stopped, "A later deployment took its place.");
            earlier.Resource.StoppedAt = now;
        }

        var sources = daemon.Running.Values.Distinct().Where(arn => arn != revision?.DaemonRevisionArn);
        var deployment = new DaemonDeploymentState { Resource = NewDeployment(call, daemon, revision, sources) };
        if (revision is not null) daemon.Revisions.Add(revision);
        daemon.Deployments.Add(deployment);
        deployment.Link(daemon);
        daemon.Resource.DeploymentArn = deployment.Arn;
        daemon.Resource.UpdatedAt = now;
        call.Engine.ScheduleOnly(daemon, call.Engine.Timing.DaemonDelay);
    }

    private static DaemonDeployment NewDeployment(
        Call call, DaemonState daemon, DaemonRevision? revision, IEnumerable<string> sources) => new()
    {
        DaemonDeploymentArn = call.Region
            .Arn($"daemon-deployment/{EcsArn.IdOf(daemon.Resource.ClusterArn!)}/{daemon.Name}/{call.Engine.Random.HexId()[..16]}"),
        ClusterArn = daemon.Resource.ClusterArn,
        Status = DaemonDeploymentStatus.Pending,
        TargetDaemonRevision = revision is null ? null : new() { Arn = revision.DaemonRevisionArn },
        SourceDaemonRevisions = [.. sources.Select(arn => new DaemonDeploymentRevisionDetail { Arn = arn })],
        CircuitBreaker = new()
        {
            FailureCount = 0,
            Status = DaemonDeploymentRollbackMonitorsStatus.Monitoring,
            Threshold = FailuresThatEnd,
        },
        Alarms = new()
        {
            AlarmNames = daemon.Configuration.Alarms?.AlarmNames ?? [],
            TriggeredAlarmNames = [],
            Status = daemon.Configuration.Alarms?.Enable == true
                ? DaemonDeploymentRollbackMonitorsStatus.Monitoring
                : DaemonDeploymentRollbackMonitorsStatus.Disabled,
        },
        DeploymentConfiguration = daemon.Configuration,
        CreatedAt = call.Now.UtcDateTime,
    };

    private static string[] Path(string? arn, string kind, int steps)
    {
        var path = Identifiers.IsArn(arn) ? Identifiers.Resource(arn!).Split('/') : [];
        return path.Length == steps && path[0] == kind
            ? path
            : throw EcsFault.InvalidParameter($"Invalid identifier: {arn} is no ARN of a {kind.Replace('-', ' ')}.");
    }
}
