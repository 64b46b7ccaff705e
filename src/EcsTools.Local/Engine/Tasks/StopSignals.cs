using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The end of a stopped container: by SIGTERM, or by SIGKILL after its stop timeout.</summary>
internal static class StopSignals
{
    private const int OfSigterm = 0, OfSigkill = 137;

    /// <summary>From SIGTERM to its end.</summary>
    public static TimeSpan TimeToStop(EcsEngine engine, ContainerState container) =>
        IsKilled(engine, container) ? Timeout(engine, container.Definition) : engine.Timing.Stop;

    public static int ExitCode(EcsEngine engine, ContainerState container) => IsKilled(engine, container) ? OfSigkill : OfSigterm;

    /// <summary>The exit code of a container without a behavior.</summary>
    public static int ExitCode(EcsEngine engine, ContainerDefinition? definition) =>
        Timeout(engine, definition) < engine.Timing.Stop ? OfSigkill : OfSigterm;

    private static bool IsKilled(EcsEngine engine, ContainerState container) =>
        container.Behavior.IgnoresSigterm == true || ExitCode(engine, container.Definition) == OfSigkill;

    private static TimeSpan Timeout(EcsEngine engine, ContainerDefinition? definition) =>
        definition?.StopTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : engine.Timing.StopTimeout;
}
