using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

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

    public bool Look(EcsEngine engine)
    {
        foreach (var task in cluster.Tasks.Where(task => task.ServiceName is not null))
        {
            if (known.Add(task.Id)) noted.Add((engine.Now, task, true));
            if (!task.IsDesiredRunning && stopping.Add(task.Id) && task.Resource.StopCode == TaskStopCode.ServiceSchedulerInitiated) noted.Add((engine.Now, task, false));
        }

        return true;
    }

    /// <summary>The results of the services that changed, and of those named.</summary>
    public IReadOnlyList<ServiceForecast> Forecasts(IEnumerable<string> named) =>
        [.. noted.Select(note => note.Task.ServiceName!).Concat(named).Distinct().Where(cluster.Services.ContainsKey).Select(name => Forecast(cluster.Services[name]))];

    private ServiceForecast Forecast(ServiceState service)
    {
        var steps = noted.Where(note => note.Task.ServiceName == service.Name).GroupBy(note => note.At).Select(Step).ToList();
        var verdict = Verdict(service);
        return new ServiceForecast
        {
            Cluster = cluster.Name,
            Service = service.Name,
            Steps = steps,
            Verdict = verdict,
            Reason = Reason(service, verdict),
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
        new(tasks.GroupBy(task => task.Resource.AvailabilityZone ?? "").ToDictionary(zone => zone.Key, zone => zone.Count()), StringComparer.Ordinal);

    private static ForecastVerdict Verdict(ServiceState service) => service switch
    {
        { HasReached: true, Primary.IsInProgress: false } or { IsInactive: true } => ForecastVerdict.Completes,
        { IsWaitingForCapacity: true } => ForecastVerdict.NoRoom,
        { IsBlockedByProtection: true } => ForecastVerdict.Protected,
        _ when service.LastWarning == RollingUpdate.BlockedEvent(service.Name) => ForecastVerdict.Blocked,
        _ => ForecastVerdict.UnderWay,
    };

    private static string? Reason(ServiceState service, ForecastVerdict verdict) => verdict switch
    {
        ForecastVerdict.Completes => null,
        ForecastVerdict.Protected => "tasks that must stop are protected from scale-in.",
        ForecastVerdict.UnderWay when service.IsDaemon => "its tasks stay on draining instances until the other tasks there have stopped.",
        ForecastVerdict.UnderWay => $"it is still in progress after {Rehearsal.Horizon.TotalMinutes:0} minutes.",
        _ => service.LastWarning is { } warning ? Sentence(warning, service) : "a task can't be placed.",
    };

    // The text starts with the service's name, and a link to the documentation isn't a reason.
    private static string Sentence(string warning, ServiceState service) =>
        warning.Replace($"(service {service.Name}) ", "it ", StringComparison.Ordinal).Split(" For more information,")[0];
}
