using System.Collections.Concurrent;

namespace EcsTools.Client;

/// <summary>The state of an endpoint, shared by all clients of the process, because the endpoint counts their calls together.</summary>
internal sealed class EndpointState
{
    private static readonly ConcurrentDictionary<string, EndpointState> All = new();

    private long clockOffset;

    private EndpointState()
    {
    }

    /// <summary>How fast it takes calls.</summary>
    public Pace Pace { get; } = new(TimeProvider.System);

    /// <summary>How many retries it is still worth.</summary>
    public RetryBudget Retries { get; } = new();

    /// <summary>How far its clock is ahead of this machine's, where that was so far that it refused a request.</summary>
    public TimeSpan ClockOffset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref clockOffset));
        set => Interlocked.Exchange(ref clockOffset, value.Ticks);
    }

    public static EndpointState Of(Uri endpoint) => All.GetOrAdd(endpoint.AbsoluteUri, static _ => new EndpointState());
}
