namespace EcsTools.Scheduling.Services;

/// <summary>The making of one <see cref="UpdatePlan{TTask}"/>: sorts the tasks by kind and keeps count of what may still go.</summary>
internal sealed class Roll<TTask>
    where TTask : class, IServiceTask
{
    private readonly UpdateRequest _request;
    private readonly IReadOnlyList<TTask> _tasks;
    private readonly Random _random;
    private readonly List<TTask> _good = [];
    private readonly List<TTask> _outdated = [];
    private readonly List<TTask> _ill = [];
    private readonly List<TTask> _stopped = [];
    private readonly int _missing;
    private readonly int _ofKnownHealth;
    private readonly bool _isInFlight;

    // The number of running tasks, and of healthy ones, that can still be stopped.
    private int _sparedRunning;
    private int _sparedHealthy;

    public Roll(UpdateRequest request, IReadOnlyList<TTask> tasks, Random random)
    {
        (_request, _tasks, _random) = (request, tasks, random);
        _sparedRunning = _sparedHealthy = -request.Limits.Floor;
        foreach (var task in tasks)
        {
            if (IsRunning(task))
            {
                _sparedRunning++;
                _sparedHealthy += IsHealthy(task) ? 1 : 0;
                _ofKnownHealth += task.Health != ServiceTaskHealth.Unknown ? 1 : 0;
            }
            _isInFlight |= !IsRunning(task) || task.Health == ServiceTaskHealth.Unknown;
            if (task.State != ServiceTaskState.Stopping)
                KindOf(task).Add(task);
        }
        _missing = request.DesiredCount - _good.Count;
    }

    public IReadOnlyList<TTask> Stopped => _stopped;

    public bool IsMissing => _missing > 0;

    /// <summary>Nothing in progress could free capacity: no task starts, stops or waits for its first health check.</summary>
    public bool IsAtRest => !_isInFlight && _stopped.Count == 0;

    public bool IsBlockedByProtection => IsOverprotected || _outdated.Exists(task => task.IsProtected);

    public bool IsOverprotected => _good.Count(task => task.IsProtected) > _request.DesiredCount;

    public void StopOutdated() => Stop(Unprotected(_outdated), _outdated.Count);

    public void StopSurplus() => Stop(Unprotected(_good), -_missing);

    /// <summary>Those whose replacement has shown whether it is healthy go. If it is not, either of the two may.</summary>
    public void StopReplacedIll() => Stop(_ill, _ofKnownHealth - _stopped.Count(IsRunning) - _request.DesiredCount);

    public void StopOneIll() => Stop(_ill, 1);

    public void StopBeyondDesired()
    {
        var beyond = _ill.Count + _good.Count + _outdated.Count - _request.DesiredCount;
        foreach (var kind in new[] { _ill, Unprotected(_good), Unprotected(_outdated) })
            Stop(kind, beyond - _stopped.Count);
    }

    public int Start() => Math.Max(0, Math.Min(_missing, _request.Limits.Ceiling - _tasks.Count));

    private List<TTask> KindOf(TTask task)
    {
        if (task.DeploymentId != _request.PrimaryDeploymentId || task.Instance is { IsActive: false })
            return _outdated;
        return task.State == ServiceTaskState.Running && task.Health == ServiceTaskHealth.Unhealthy ? _ill : _good;
    }

    /// <summary>Stops up to so many of these: first what is pending, then what is not healthy, then what is, while the floor allows.</summary>
    private void Stop(List<TTask> tasks, int count)
    {
        count -= Choose([.. tasks.Where(task => !IsRunning(task))], count);

        var unhealthy = Choose([.. tasks.Where(task => IsRunning(task) && !IsHealthy(task))], Math.Min(count, _sparedRunning));
        _sparedRunning -= unhealthy;
        count -= unhealthy;

        var healthy = Choose([.. tasks.Where(task => IsRunning(task) && IsHealthy(task))], Math.Min(count, Math.Min(_sparedRunning, _sparedHealthy)));
        _sparedRunning -= healthy;
        _sparedHealthy -= healthy;
    }

    private int Choose(List<TTask> candidates, int count)
    {
        var left = _stopped.Count == 0 ? _tasks : [.. _tasks.Except(_stopped, ReferenceEqualityComparer.Instance).Cast<TTask>()];
        var chosen = ScaleIn.Choose(candidates, left, count, _request.Strategy, _random);
        _stopped.AddRange(chosen);
        return chosen.Count;
    }

    private static List<TTask> Unprotected(List<TTask> tasks) => tasks.Exists(task => task.IsProtected) ? tasks.FindAll(task => !task.IsProtected) : tasks;

    private static bool IsRunning(TTask task) => task.State == ServiceTaskState.Running;

    private static bool IsHealthy(TTask task) => task.Health == ServiceTaskHealth.Healthy;
}
