using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Daemons;

/// <summary>
/// Carries a daemon's deployment through: so many instances are drained at a time, and then run the deployment's revision.
/// </summary>
internal static class DaemonRollout
{
    private const double DefaultDrainPercent = 25;

    public static void Continue(EcsEngine engine, DaemonState daemon)
    {
        var deployment = daemon.Current;
        if (deployment.Resource.Status == DaemonDeploymentStatus.Pending) Begin(engine, deployment);
        else EndStep(engine, daemon, deployment);

        var left = daemon.Cluster.Registered
            .Where(instance => daemon.Running.GetValueOrDefault(instance.Id) != daemon.DesiredRevision(instance))
            .ToList();
        if (left.Count == 0) Finish(engine, daemon, deployment);
        else BeginStep(engine, daemon, left);
    }

    private static void Begin(EcsEngine engine, DaemonDeploymentState deployment)
    {
        deployment.Resource.Status = DaemonDeploymentStatus.InProgress;
        deployment.Resource.StartedAt = engine.Now.UtcDateTime;
    }

    private static void BeginStep(EcsEngine engine, DaemonState daemon, List<InstanceState> left)
    {
        var concerned = daemon.Cluster.Registered.Count(instance =>
            daemon.DesiredRevision(instance) is not null || daemon.Running.ContainsKey(instance.Id));
        var size = Math.Max(1, (int)Math.Ceiling(concerned * (daemon.Configuration.DrainPercent ?? DefaultDrainPercent) / 100));
        var step = left.Take(size).ToList();
        daemon.Current.Draining = step.ConvertAll(instance => instance.Id);
        foreach (var instance in step) DaemonTasks.Reconcile(engine, daemon, instance);
        engine.ScheduleOnly(daemon, engine.Timing.DaemonStep + TimeSpan.FromMinutes(daemon.Configuration.BakeTimeInMinutes ?? 0));
    }

    private static void EndStep(EcsEngine engine, DaemonState daemon, DaemonDeploymentState deployment)
    {
        var step = daemon.Cluster.Registered.Where(instance => deployment.Draining.Contains(instance.Id)).ToList();
        deployment.Draining = [];
        foreach (var instance in step)
        {
            if (daemon.DesiredRevision(instance) is { } revision) daemon.Running[instance.Id] = revision;
            else daemon.Running.Remove(instance.Id);
            DaemonTasks.Reconcile(engine, daemon, instance);
        }
    }

    private static void Finish(EcsEngine engine, DaemonState daemon, DaemonDeploymentState deployment)
    {
        deployment.End(engine.Now, DaemonDeploymentStatus.Successful, "The deployment completed.");
        if (!daemon.IsActive) daemon.Cluster.Daemons.Remove(daemon.Name);
        DaemonDefinitionDeletion.Recheck(engine, daemon.Cluster.Region);
    }
}
