using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine.Daemons;

/// <summary>Keeps the one task of a daemon on each instance that runs a revision of it.</summary>
internal static class DaemonTasks
{
    /// <summary>Lets daemons have what room has become free, before others take it.</summary>
    public static void Reconcile(EcsEngine engine, ClusterState cluster)
    {
        foreach (var daemon in cluster.Daemons.Values)
        {
            foreach (var instance in cluster.Registered) Reconcile(engine, daemon, instance);
        }
    }

    /// <summary>A new instance gets the daemons before it gets anything else.</summary>
    public static void StartOn(EcsEngine engine, InstanceState instance)
    {
        foreach (var daemon in instance.Cluster.Daemons.Values)
        {
            if (daemon.DesiredRevision(instance) is { } revision && daemon.Running.TryAdd(instance.Id, revision))
                Reconcile(engine, daemon, instance);
        }
    }

    /// <summary>
    /// Starts the task that an instance is to have and lacks, where there is room for it, and stops any other of the daemon.
    /// </summary>
    public static void Reconcile(EcsEngine engine, DaemonState daemon, InstanceState instance)
    {
        var wanted = daemon.Current.Draining.Contains(instance.Id) ? null : daemon.Running.GetValueOrDefault(instance.Id);
        var present = daemon.TasksOn(instance).ToList();
        foreach (var task in present.Where(task => task.DaemonRevision != wanted))
            TaskEnding.Stop(
                engine,
                task,
                TaskStopCode.ServiceSchedulerInitiated,
                $"Daemon deployment {EcsArn.IdOf(daemon.Current.Arn)} stopped the task.");
        if (wanted is null || present.Count > 0 || !instance.IsActive) return;
        var launch = Launch(daemon, daemon.Revisions.Find(revision => revision.DaemonRevisionArn == wanted)!, instance);
        if (PlacementCheck.Obstacle(launch.Request(), instance) is null) launch.Start(engine, instance);
    }

    private static TaskLaunch Launch(DaemonState daemon, DaemonRevision revision, InstanceState instance) => new()
    {
        Cluster = daemon.Cluster,
        Definition = daemon.Cluster.Region.FindDefinition(revision.DaemonTaskDefinitionArn!)!,
        LaunchType = LaunchType.ManagedInstances,
        CapacityProvider = instance.Resource.CapacityProviderName,
        Group = daemon.Group,
        StartedBy = EcsArn.IdOf(daemon.Current.Arn),
        DaemonRevision = revision.DaemonRevisionArn,
        EnableExecuteCommand = revision.EnableExecuteCommand ?? false,
        Tags = TaskTags.For(daemon, revision),
    };
}
