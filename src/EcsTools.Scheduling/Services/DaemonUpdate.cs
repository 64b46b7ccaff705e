using EcsTools.Scheduling.Placement;

namespace EcsTools.Scheduling.Services;

/// <summary>The actions for a DAEMON service now.</summary>
/// <param name="StartOn">The instances to start a task of the primary deployment on.</param>
/// <param name="Stop">The tasks to stop.</param>
internal sealed record DaemonPlan<TInstance, TTask>(IReadOnlyList<TInstance> StartOn, IReadOnlyList<TTask> Stop);

/// <summary>Brings a DAEMON service to one task on every instance that is to have one.</summary>
/// <remarks>
/// There is never a second task of the service on an instance, so a task is replaced by stopping it first; how many at a time the
/// minimum says (none need stay by default). Tasks on other instances stop immediately, because nothing will replace them.
/// </remarks>
internal static class DaemonUpdate
{
    /// <summary>Decides where to start tasks and which to stop now.</summary>
    /// <param name="instances">The instances that are to have a task: ACTIVE, and satisfying the service's constraints.</param>
    /// <param name="primaryDeploymentId">The deployment that the tasks should belong to.</param>
    /// <param name="minimumHealthyPercent">From 0 to 100, of the number of instances; 0 where the service sets none.</param>
    /// <param name="tasks">
    /// The service's tasks that have not stopped, the oldest first. A daemon outlives the other tasks of a draining instance:
    /// leave its task out until they have gone.
    /// </param>
    /// <param name="isOnHold">Whether the deployment has failed or may not begin yet: no task of it is started, and none makes way for
    /// it.</param>
    public static DaemonPlan<TInstance, TTask> Plan<TInstance, TTask>(
        IReadOnlyList<TInstance> instances,
        string primaryDeploymentId,
        int minimumHealthyPercent,
        IReadOnlyList<TTask> tasks,
        bool isOnHold = false)
        where TInstance : class, IPlacementInstance
        where TTask : class, IServiceTask
    {
        var wanted = instances.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var served = tasks.Select(task => task.Instance).ToHashSet<object?>(ReferenceEqualityComparer.Instance);
        var alive = tasks
            .Where(task => task.State != ServiceTaskState.Stopping)
            .ToLookup(task => task.Instance is { } on && wanted.Contains(on));

        var stop = alive[false].ToList();
        if (isOnHold) return new DaemonPlan<TInstance, TTask>([], stop);
        var floor = DeploymentLimits.Of(instances.Count, minimumHealthyPercent, DeploymentLimits.DaemonMaximumPercent).Floor;
        var spared = alive[true].Count(task => task.State == ServiceTaskState.Running) - floor;
        var replaceable = alive[true].Where(task => task.DeploymentId != primaryDeploymentId || task.Health == ServiceTaskHealth.Unhealthy);
        foreach (var task in replaceable.OrderBy(Worth))
        {
            if (task.State == ServiceTaskState.Pending) stop.Add(task);
            else if (spared-- > 0) stop.Add(task);
        }

        return new DaemonPlan<TInstance, TTask>([.. instances.Where(instance => !served.Contains(instance))], stop);
    }

    // Tasks that serve no traffic stop first.
    private static int Worth(IServiceTask task) =>
        task.State == ServiceTaskState.Pending ? 0 : task.Health != ServiceTaskHealth.Healthy ? 1 : 2;
}
