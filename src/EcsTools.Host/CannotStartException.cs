namespace EcsTools.Host;

/// <summary>Why nothing could be run: a wrong argument, a script or a module that is not there.</summary>
internal sealed class CannotStartException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
