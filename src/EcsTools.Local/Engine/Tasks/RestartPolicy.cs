using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>Starts a container again that has ended by itself, without its task's noticing.</summary>
internal static class RestartPolicy
{
    private static readonly TimeSpan DefaultPeriod = TimeSpan.FromSeconds(300);

    /// <summary>Whether it does: where it is enabled, the exit code is not ignored, and the container ran long enough.</summary>
    public static bool StartsAgain(EcsEngine engine, ContainerState container, int code) =>
        container is { Phase: ContainerPhase.Running, Task.IsDesiredRunning: true, Definition.RestartPolicy: { Enabled: true } policy }
        && policy.IgnoredExitCodes?.Contains(code) != true
        && engine.Now - container.RunningAt >= (policy.RestartAttemptPeriod is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultPeriod);

    public static void StartAgain(EcsEngine engine, ContainerState container)
    {
        container.RestartCount++;
        container.RunningAt = engine.Now;
        engine.Sessions.EndOf(container.Task.Resource.TaskArn!, container.Name);
        ContainerLog.End(engine, container);
        ContainerLog.Begin(engine, container);
        if (container.Definition.HealthCheck is not null) ContainerHealth.TransitionTo(engine, container, HealthStatus.Unknown);
    }
}
