using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;
using EcsTools.Text;

namespace EcsTools.Forecast.Rehearsals;

/// <summary>Notes what services start and stop from moment to moment.</summary>
internal sealed class RehearsalWatch
{
    private readonly ClusterState cluster;
    private readonly DateTimeOffset beganAt;
    private readonly HashSet<string> known;
    private readonly HashSet<string> stopping;
    private readonly List<(DateTimeOffset At, TaskState Task, bool IsStart)> noted = [];

    public RehearsalWatch(ClusterState cluster, DateTimeOffset beganAt)
    {
        (this.cluster, this.beganAt) = (cluster, beganAt);
        known = [.. cluster.Tasks.Select(task => task.Id)];
        stopping = [.. cluster.Tasks.Where(task => !task.IsDesiredRunning).Select(task => task.Id)];
    }

    public bool Observe(EcsEngine engine)
    {
        foreach (var task in cluster.Tasks.Where(task => task.ServiceName is not null))
        {
            if (known.Add(task.Id)) noted.Add((engine.Now, task, true));
            if (!task.IsDesiredRunning && stopping.Add(task.Id) && task.Resource.StopCode == TaskStopCode.ServiceSchedulerInitiated)
                noted.Add((engine.Now, task, false));
        }

        return true;
    }

    /// <summary>The results of the services that changed, and of those named.</summary>
    public IReadOnlyList<ServiceForecast> Forecasts(IEnumerable<string> named) =>
        [.. noted
            .Select(note => note.Task.ServiceName!)
            .Concat(named)
            .Distinct()
            .Where(cluster.Services.ContainsKey)
            .Select(name => Forecast(cluster.Services[name]))];

    private ServiceForecast Forecast(ServiceState service)
    {
        var steps = noted.Where(note => note.Task.ServiceName == service.Name).GroupBy(note => note.At).Select(Step).ToList();
        var result = Result(service);
        return new ServiceForecast
        {
            Cluster = cluster.Name,
            Service = service.Name,
            Steps = steps,
            Result = result,
            Reason = Reason(service, result),
            Zones = Zones(service.AliveTasks.Where(task => task is { IsDesiredRunning: true, IsRunning: true })),
            Takes = steps.Count == 0 ? TimeSpan.Zero : steps[^1].After,
        };
    }

    private ForecastStep Step(IGrouping<DateTimeOffset, (DateTimeOffset At, TaskState Task, bool IsStart)> notes) => new()
    {
        After = notes.Key - beganAt,
        Start = Zones(notes.Where(note => note.IsStart).Select(note => note.Task)),
        Stop = Zones(notes.Where(note => !note.IsStart).Select(note => note.Task)),
    };

    private static SortedDictionary<string, int> Zones(IEnumerable<TaskState> tasks) =>
        new(
            tasks.GroupBy(task => task.Resource.AvailabilityZone ?? "").ToDictionary(zone => zone.Key, zone => zone.Count()),
            StringComparer.Ordinal);

    private static ForecastResult Result(ServiceState service) => service switch
    {
        { HasReached: true, Primary.IsInProgress: false } or { IsInactive: true } => ForecastResult.Completes,
        { IsWaitingForCapacity: true } => ForecastResult.InsufficientCapacity,
        { IsBlockedByProtection: true } => ForecastResult.TasksProtected,
        _ when service.LastWarning == RollingUpdate.BlockedEvent(service.Name) => ForecastResult.Blocked,
        _ => ForecastResult.InProgress,
    };

    private static string? Reason(ServiceState service, ForecastResult result) => result switch
    {
        ForecastResult.Completes => null,
        ForecastResult.TasksProtected => "tasks that must stop are protected from scale-in.",
        ForecastResult.InProgress when service.IsDaemon => "its tasks stay on draining instances until the other tasks there have stopped.",
        ForecastResult.InProgress => $"it is still in progress after {Rehearsal.Horizon.TotalMinutes:0} minutes.",
        _ => service.LastWarning is { } warning ? $"it {EventText.Of(warning, service.Name)}" : "a task can't be placed.",
    };
}
