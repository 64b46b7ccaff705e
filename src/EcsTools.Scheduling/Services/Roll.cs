namespace EcsTools.Scheduling.Services;

/// <summary>The making of one <see cref="UpdatePlan{TTask}"/>: sorts the tasks by kind and keeps count of what may still go.</summary>
internal sealed class Roll<TTask>
    where TTask : class, IServiceTask
{
    private readonly UpdateRequest request;
    private readonly IReadOnlyList<TTask> tasks;
    private readonly Random random;
    private readonly List<TTask> good = [];
    private readonly List<TTask> outdated = [];
    private readonly List<TTask> ill = [];
    private readonly List<TTask> stopped = [];
    private readonly int missing;
    private readonly int ofKnownHealth;
    private readonly bool isInFlight;

    // The number of running tasks, and of healthy ones, that can still be stopped.
    private int sparedRunning;
    private int sparedHealthy;

    public Roll(UpdateRequest request, IReadOnlyList<TTask> tasks, Random random)
    {
        (this.request, this.tasks, this.random) = (request, tasks, random);
        sparedRunning = sparedHealthy = -request.Limits.Floor;
        foreach (var task in tasks)
        {
            if (IsRunning(task))
            {
                sparedRunning++;
                sparedHealthy += IsHealthy(task) ? 1 : 0;
                ofKnownHealth += task.Health != ServiceTaskHealth.Unknown ? 1 : 0;
            }

            isInFlight |= !IsRunning(task) || task.Health == ServiceTaskHealth.Unknown;
            if (task.State != ServiceTaskState.Stopping) KindOf(task).Add(task);
        }

        missing = request.DesiredCount - good.Count;
    }

    public IReadOnlyList<TTask> Stopped => stopped;

    public bool IsMissing => missing > 0;

    /// <summary>Nothing in progress could free capacity: no task starts, stops or waits for its first health check.</summary>
    public bool IsAtRest => !isInFlight && stopped.Count == 0;

    public bool IsBlockedByProtection => IsOverprotected || outdated.Exists(task => task.IsProtected);

    public bool IsOverprotected => good.Count(task => task.IsProtected) > request.DesiredCount;

    public void StopOutdated() => Stop(Unprotected(outdated), outdated.Count);

    public void StopSurplus() => Stop(Unprotected(good), -missing);

    /// <summary>Those whose replacement has shown whether it is healthy go. If it is not, either of the two may.</summary>
    public void StopReplacedIll() => Stop(ill, ofKnownHealth - stopped.Count(IsRunning) - request.DesiredCount);

    public void StopOneIll() => Stop(ill, 1);

    public void StopBeyondDesired()
    {
        var beyond = ill.Count + good.Count + outdated.Count - request.DesiredCount;
        foreach (var kind in new[] { ill, Unprotected(good), Unprotected(outdated) }) Stop(kind, beyond - stopped.Count);
    }

    public int Start() => Math.Max(0, Math.Min(missing, request.Limits.Ceiling - tasks.Count));

    private List<TTask> KindOf(TTask task)
    {
        if (task.DeploymentId != request.PrimaryDeploymentId || task.Instance is { IsActive: false }) return outdated;
        return task.State == ServiceTaskState.Running && task.Health == ServiceTaskHealth.Unhealthy ? ill : good;
    }

    /// <summary>
    /// Stops up to so many of these: first what is pending, then what is not healthy, then what is, while the floor allows.
    /// </summary>
    private void Stop(List<TTask> tasks, int count)
    {
        if (count <= 0) return;
        count -= Choose([.. tasks.Where(task => !IsRunning(task))], count);

        var unhealthy = Choose([.. tasks.Where(task => IsRunning(task) && !IsHealthy(task))], Math.Min(count, sparedRunning));
        sparedRunning -= unhealthy;
        count -= unhealthy;

        var healthy = Choose(
            [.. tasks.Where(task => IsRunning(task) && IsHealthy(task))], Math.Min(count, Math.Min(sparedRunning, sparedHealthy)));
        sparedRunning -= healthy;
        sparedHealthy -= healthy;
    }

    private int Choose(List<TTask> candidates, int count)
    {
        var left = stopped.Count == 0 ? tasks : [.. tasks.Except(stopped, ReferenceEqualityComparer.Instance).Cast<TTask>()];
        var chosen = ScaleIn.Choose(candidates, left, count, request.Strategy, random);
        stopped.AddRange(chosen);
        return chosen.Count;
    }

    private static List<TTask> Unprotected(List<TTask> tasks) =>
        tasks.Exists(task => task.IsProtected) ? tasks.FindAll(task => !task.IsProtected) : tasks;

    private static bool IsRunning(TTask task) => task.State == ServiceTaskState.Running;

    private static bool IsHealthy(TTask task) => task.Health == ServiceTaskHealth.Healthy;
}
