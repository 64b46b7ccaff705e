using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>A daemon as the local ECS would have it.</summary>
internal static class DaemonCopy
{
    /// <summary>Adds daemons to a cluster whose tasks aren't added yet, and their task definitions to its region.</summary>
    public static void Add(RegionState region, ClusterState cluster, DescribedCluster described)
    {
        foreach (var definition in described.DaemonTaskDefinitions) Add(region, definition);
        foreach (var daemon in described.Daemons.Where(daemon => daemon.Deployments.Count > 0))
            cluster.Daemons[EcsArn.IdOf(daemon.Daemon.DaemonArn!)] = State(daemon, described.Tasks);
    }

    /// <summary>The ARN of the revision of a daemon that a task is of; null for other tasks.</summary>
    public static string? RevisionOf(ClusterState cluster, EcsTask task) =>
        cluster.Daemons.Values.FirstOrDefault(daemon => daemon.Group == task.Group)?.Revisions
            .FindLast(revision => IsOf(revision, task))?.DaemonRevisionArn;

    /// <summary>Lets a deployment continue that is in progress. When its step began isn't described.</summary>
    public static void Settle(EcsEngine engine, DaemonState daemon)
    {
        if (daemon.Current.IsPendingOrInProgress)
            engine.ScheduleOnly(
                daemon,
                daemon.Current.Resource.Status == DaemonDeploymentStatus.Pending ? engine.Timing.DaemonDelay : engine.Timing.DaemonStep);
    }

    private static void Add(RegionState region, DaemonTaskDefinition definition)
    {
        if (!region.DaemonFamilies.TryGetValue(definition.Family!, out var family))
            region.DaemonFamilies.Add(definition.Family!, family = new());
        family.Revisions[definition.Revision!.Value] = new() { Resource = definition };
        family.LastRevision = Math.Max(family.LastRevision, definition.Revision.Value);
    }

    private static DaemonState State(DescribedDaemon described, IEnumerable<EcsTask> tasks)
    {
        var detail = described.Daemon.Copy();
        detail.CurrentRevisions = null;
        var current = described.Deployments[0];
        var state = new DaemonState
        {
            Resource = detail,
            Request = new() { DaemonName = EcsArn.IdOf(detail.DaemonArn!) },
            CapacityProviderArns = [.. Providers(described)],
            Configuration = current.DeploymentConfiguration ?? new(),
            Tags = [.. described.Tags],
            Revisions = [.. described.Revisions.OrderBy(revision => revision.CreatedAt).Select(revision => revision.Copy())],
            Deployments = [.. described.Deployments.Reverse().OrderBy(deployment => deployment.CreatedAt).Select(Deployment)],
        };
        foreach (var task in tasks.Where(task =>
            task.Group == state.Group && task is { ContainerInstanceArn: not null, DesiredStatus: DesiredStatus.Running }))
        {
            if (state.Revisions.FindLast(revision => IsOf(revision, task)) is { } revision)
                state.Running[EcsArn.IdOf(task.ContainerInstanceArn!)] = revision.DaemonRevisionArn!;
        }

        return state;
    }

    private static IEnumerable<string> Providers(DescribedDaemon described)
    {
        var target = described.Deployments[0].TargetDaemonRevision?.Arn;
        var revisions = described.Daemon.CurrentRevisions ?? [];
        return (revisions.Find(revision => revision.Arn == target)?.CapacityProviders
            ?? [.. revisions.SelectMany(revision => revision.CapacityProviders ?? [])])
            .Select(provider => provider.Arn!)
            .Distinct();
    }

    // The counts of a deployment that is in progress are those of its instances.
    private static DaemonDeploymentState Deployment(DaemonDeployment described)
    {
        var state = new DaemonDeploymentState { Resource = described.Copy() };
        if (!state.IsPendingOrInProgress) return state;
        state.Resource.TargetDaemonRevision = described.TargetDaemonRevision is { } target ? new() { Arn = target.Arn } : null;
        state.Resource.SourceDaemonRevisions = described.SourceDaemonRevisions?.ConvertAll(source =>
            new DaemonDeploymentRevisionDetail { Arn = source.Arn }) ?? [];
        return state;
    }

    private static bool IsOf(DaemonRevision revision, EcsTask task) =>
        revision.DaemonTaskDefinitionArn == task.TaskDefinitionArn && revision.CreatedAt <= task.CreatedAt;
}
