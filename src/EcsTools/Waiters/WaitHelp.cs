namespace EcsTools.Waiters;

/// <summary>What the cmdlets that wait say about it.</summary>
internal static class WaitHelp
{
    public const string Wait = "Waits until the deployment has completed. A deployment that fails, is rolled back or superseded is an error.";

    public const string Timeout = "How long to wait at most; 10 minutes by default.";

    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);
}
