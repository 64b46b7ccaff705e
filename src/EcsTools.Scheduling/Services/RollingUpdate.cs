namespace EcsTools.Scheduling.Services;

/// <summary>
/// Brings a REPLICA service to what it should be, by one rule for all that can happen to it: scaling, a new deployment, tasks that fall
/// unhealthy, instances that drain.
/// </summary>
/// <remarks>
/// <para>
/// Ask again whenever something has changed: a plan is what is right to do now, and repeating that brings the service to rest.
/// A plan costs time in the number of the service's tasks, so ask once for all that changed at one moment.
/// </para>
/// <para>Tasks fall into these kinds:</para>
/// <list type="bullet">
/// <item>good: of the primary deployment, pending or running, not known to be unhealthy, on an instance that is not draining. The service
/// should have as many as its desired count, and those beyond it go;</item>
/// <item>outdated: of another deployment, or on a draining instance. They go as soon as the floor allows;</item>
/// <item>unhealthy: of the primary deployment. They are stopped when replacements are good, or, if the maximum leaves no room for
/// replacements, one by one.</item>
/// </list>
/// <para>
/// A pending task serves no traffic, so it stops immediately if it must stop. A healthy one goes while the healthy ones stay at the floor,
/// any other running one while the running ones stay there. Tasks that are stopping still count toward the ceiling, as ECS counts them: a
/// replacement under a maximum of 100 % waits until its predecessor has stopped.
/// </para>
/// <para>While the primary deployment is on hold, the tasks that there are stay, whatever their kind; those beyond the desired count go,
/// its own first.</para>
/// <para>Protected tasks are stopped neither as surplus nor as outdated, but unhealthy ones are.</para>
/// </remarks>
internal static class RollingUpdate
{
    /// <summary>Decides which tasks to start and to stop now.</summary>
    /// <param name="request">The service as it should be.</param>
    /// <param name="tasks">The service's tasks that have not stopped, of all deployments, the oldest first.</param>
    /// <param name="random">Decides for the strategy <c>random</c>; the same seed decides the same.</param>
    public static UpdatePlan<TTask> Plan<TTask>(UpdateRequest request, IReadOnlyList<TTask> tasks, Random random)
        where TTask : class, IServiceTask
    {
        var roll = new Roll<TTask>(request, tasks, random);
        if (request.IsOnHold)
        {
            roll.StopBeyondDesired();
            return new UpdatePlan<TTask>(0, roll.Stopped, false);
        }

        roll.StopOutdated();
        roll.StopSurplus();
        roll.StopReplacedIll();
        var start = roll.Start();
        if (start == 0 && roll.IsMissing && roll.IsAtRest) roll.StopOneIll();
        var isBlocked = start == 0 && roll.IsMissing && roll.IsAtRest && !roll.IsBlockedByProtection;
        return new UpdatePlan<TTask>(
            start, roll.Stopped, isBlocked) { IsBlockedByProtection = roll.IsBlockedByProtection, IsOverprotected = roll.IsOverprotected };
    }

    /// <summary>The event that a service of this name gets when it cannot scale in for protected tasks.</summary>
    public static string OverprotectedEvent(string service) =>
        $"(service {service}) was unable to scale in. Reason: The number of protected tasks are more than the desired count of tasks.";

    /// <summary>The event that a blocked service of this name gets.</summary>
    public static string BlockedEvent(string service) =>
        $"(service {service}) was unable to stop or start tasks during a deployment because of the service deployment configuration. "
        + "Update the minimumHealthyPercent or maximumPercent value and try again.";
}
