using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>How a container ends that is told to: by SIGTERM, or when its stop timeout is over by SIGKILL.</summary>
internal static class StopSignals
{
    private const int OfSigterm = 0, OfSigkill = 137;

    /// <summary>From SIGTERM to its end.</summary>
    public static TimeSpan TimeToStop(EcsEngine engine, ContainerState container) => IsKilled(engine, container) ? Timeout(engine, container.Definition) : engine.Timing.Stop;

    public static int ExitCode(EcsEngine engine, ContainerState container) => IsKilled(engine, container) ? OfSigkill : OfSigterm;

    /// <summary>What a container exits with that does the usual.</summary>
    public static int ExitCode(EcsEngine engine, ContainerDefinition? definition) => Timeout(engine, definition) < engine.Timing.Stop ? OfSigkill : OfSigterm;

    private static bool IsKilled(EcsEngine engine, ContainerState container) =>
        container.Conduct.IgnoresSigterm == true || ExitCode(engine, container.Definition) == OfSigkill;

    private static TimeSpan Timeout(EcsEngine engine, ContainerDefinition? definition) => definition?.StopTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : engine.Timing.StopTimeout;
}
