using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>How a container ends that is told to: by SIGTERM, or when its stop timeout is over by SIGKILL.</summary>
internal static class StopSignals
{
    private const int OfSigterm = 0, OfSigkill = 137;
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>From SIGTERM to its end.</summary>
    public static TimeSpan TimeToStop(ContainerState container) => IsKilled(container) ? Timeout(container.Definition) : Simulated.Stop;

    public static int ExitCode(ContainerState container) => IsKilled(container) ? OfSigkill : OfSigterm;

    /// <summary>What a container exits with that does the usual.</summary>
    public static int ExitCode(ContainerDefinition? definition) => Timeout(definition) < Simulated.Stop ? OfSigkill : OfSigterm;

    private static bool IsKilled(ContainerState container) =>
        container.Conduct.IgnoresSigterm == true || ExitCode(container.Definition) == OfSigkill;

    private static TimeSpan Timeout(ContainerDefinition? definition) => definition?.StopTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultTimeout;
}
