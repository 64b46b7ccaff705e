namespace EcsTools.Host;

/// <summary>What the process returns, as pwsh does; a script's own <c>exit N</c> comes before these.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 64;
    public const int Interrupted = 130;
    public const int Terminated = 143;
}
