using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model.Logs;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>Writes the output of containers to the log streams that their task definition names.</summary>
internal static class ContainerLog
{
    /// <summary>How many streams a log group keeps. The oldest that no container writes to is dropped.</summary>
    private const int MaxStreams = 1000;

    /// <summary>The container runs, and writes from now on.</summary>
    public static void Begin(EcsEngine engine, ContainerState container)
    {
        if (container.Behavior.Output is not { Count: > 0 } lines || Destination(container) is not { } destination) return;
        var groups = engine.RegionOf(container.Task.Cluster.Region.Account, destination.Region).LogGroups;
        if (!groups.TryGetValue(destination.Group, out var group)) groups.Add(destination.Group, group = new());
        if (!group.Streams.TryGetValue(destination.Stream, out var stream))
            group.Streams.Add(destination.Stream, stream = new() { CreatedAt = engine.Now });
        stream.Outputs.Add(new() { Lines = lines, Every = container.Behavior.OutputEvery, From = engine.Now });
        if (group.Streams.Count <= MaxStreams) return;
        var oldest = group.Streams.Where(one => !one.Value.IsOpen).MinBy(one => one.Value.CreatedAt).Key;
        if (oldest is not null) group.Streams.Remove(oldest);
    }

    /// <summary>The container has ended, and writes no more.</summary>
    public static void End(EcsEngine engine, ContainerState container)
    {
        if (container.Behavior.Output is null || Destination(container) is not { } destination) return;
        var groups = engine.RegionOf(container.Task.Cluster.Region.Account, destination.Region).LogGroups;
        foreach (var output in groups.GetValueOrDefault(destination.Group)?.Streams.GetValueOrDefault(destination.Stream)?.Outputs ?? [])
            output.Until ??= engine.Now;
    }

    private static LogDestination? Destination(ContainerState container) =>
        LogDestination.Of(container.Definition, container.Task.Resource, container.Resource);
}
