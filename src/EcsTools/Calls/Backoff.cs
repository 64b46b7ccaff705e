namespace EcsTools.Calls;

/// <summary>How long to wait between two looks: from one second to fifteen, longer each time, never two waits in step.</summary>
internal sealed class Backoff(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private const double Growth = 1.5;
    private const double Jitter = 0.2;

    private TimeSpan next = First;

    public TimeSpan Next()
    {
        var delay = next * (1 + (Jitter * ((random.NextDouble() * 2) - 1)));
        next = next * Growth < Longest ? next * Growth : Longest;
        return delay < First ? First : delay > Longest ? Longest : delay;
    }
}
