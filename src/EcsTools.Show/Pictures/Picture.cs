using EcsTools.Forecast.Descriptions;
using EcsTools.Model;

namespace EcsTools.Show.Pictures;

/// <summary>A cluster as it is drawn at one moment: what is where, and its sums.</summary>
internal sealed record Picture
{
    /// <summary>The number of events of a cluster that are shown, and of stopped tasks. ECS keeps more.</summary>
    public const int EventsKept = 100, StoppedKept = 200;

    /// <summary>
    /// The length of an event that is shown. An event of thousands of tasks names them all, which takes a browser half a second to lay out.
    /// </summary>
    private const int TextKept = 500;

    public required DrawnCluster Cluster { get; init; }

    public required IReadOnlyList<DrawnZone> Zones { get; init; }

    public required IReadOnlyList<DrawnInstance> Instances { get; init; }

    public required IReadOnlyList<DrawnTask> Tasks { get; init; }

    public required IReadOnlyList<DrawnWait> Waiting { get; init; }

    public required IReadOnlyList<DrawnService> Services { get; init; }

    public required IReadOnlyList<DrawnEvent> Events { get; init; }

    /// <summary>Draws a cluster from its descriptions.</summary>
    public static Picture Of(DescribedCluster seen)
    {
        var name = EcsArn.IdOf(seen.Cluster.ClusterArn!);
        var layout = new ClusterLayout(seen);
        layout.Draw();
        return new()
        {
            Cluster = new(
                name,
                seen.Cluster.ClusterArn!,
                seen.Cluster.Status,
                layout.Instances.Count,
                seen.Cluster.RunningTasksCount ?? 0,
                seen.Cluster.PendingTasksCount ?? 0,
                seen.Services.Count,
                Sum(layout.Zones, zone => zone.Cpu), Sum(layout.Zones, zone => zone.Memory)),
            Zones = layout.Zones,
            Instances = layout.Instances,
            Tasks = layout.Tasks,
            Waiting = [.. Waits.Of(seen, name)],
            Services = [.. ServiceRows.Of(seen, name)],
            Events = [.. seen.Services.SelectMany(service => EventsOf(service, name)).OrderByDescending(e => e.At).Take(EventsKept)],
        };
    }

    /// <summary>All that is drawn, with the kind of each.</summary>
    public IEnumerable<(string Kind, IDrawn Item)> All() =>
        Of("zone", Zones)
            .Concat(Of("instance", Instances))
            .Concat(Of("task", Tasks))
            .Concat(Of("wait", Waiting))
            .Concat(Of("service", Services))
            .Concat(Of("event", Events))
            .Prepend(("cluster", Cluster));

    /// <summary>The beginning of the text of an event, as far as it is shown.</summary>
    public static string? Beginning(string? text) => text?.Length > TextKept ? $"{text.AsSpan(0, TextKept)}…" : text;

    private static IEnumerable<(string Kind, IDrawn Item)> Of(string kind, IEnumerable<IDrawn> items) => items.Select(item => (kind, item));

    private static IEnumerable<DrawnEvent> EventsOf(Service service, string cluster) =>
        (service.Events ?? []).Select(e => new DrawnEvent(e.Id!, cluster, service.ServiceName!, e.CreatedAt, Beginning(e.Message) ?? ""));

    private static Amount Sum(IEnumerable<DrawnZone> zones, Func<DrawnZone, Amount> amount) =>
        zones.Where(zone => !zone.IsFargate).Aggregate(default(Amount), (sum, zone) => sum + amount(zone));
}
