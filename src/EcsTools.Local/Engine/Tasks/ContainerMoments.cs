using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>When something happens to a container by itself.</summary>
internal static class ContainerMoments
{
    /// <summary>When a container that is being started runs.</summary>
    public static DateTimeOffset? Starts(EcsEngine engine, ContainerState container) =>
        container.StartingAt + (container.Behavior.StartTime ?? engine.Timing.Start);

    /// <summary>The time at which a running container ends; null if it runs until it's stopped.</summary>
    public static DateTimeOffset? Exits(ContainerState container) =>
        container.Behavior is { ExitCode: null, ExitAfter: null }
            ? null
            : container.RunningAt + (container.Behavior.ExitAfter ?? TimeSpan.Zero);

    /// <summary>Schedules the first event. A stopping container already has its time.</summary>
    public static void Schedule(EcsEngine engine, ContainerState container)
    {
        if (container.Phase is not (ContainerPhase.Starting or ContainerPhase.Running)) return;
        container.DueAt = null;
        var own = container.Phase == ContainerPhase.Starting
            ? [Starts(engine, container)]
            : new[] { Exits(container), ContainerHealth.Changes(engine, container) };
        foreach (var moment in own.Append(GivenUp(engine, container)).OfType<DateTimeOffset>()) engine.Schedule(container, moment);
    }

    // When those that wait for it do so no longer.
    private static DateTimeOffset? GivenUp(EcsEngine engine, ContainerState container) =>
        Dependencies.Deadline(container) is { } deadline && deadline > engine.Now && Dependencies.IsAwaited(container) ? deadline : null;
}
