using EcsTools.Model;

namespace EcsTools.Show.Reading;

/// <summary>Sends requests at most one per gap, so that a page that is open never takes the calls that a deployment needs.</summary>
internal sealed class PacedCalls(IEcsClient client, TimeSpan gap, CancellationToken cancellation) : IEcsCalls
{
    /// <summary>The addition to the gap after ECS has throttled a call.</summary>
    private static readonly TimeSpan Throttled = TimeSpan.FromSeconds(1), LongestGap = TimeSpan.FromSeconds(8);

    private readonly object gate = new();
    private TimeSpan slower;
    private long next;
    private long count;

    /// <summary>The number of requests so far.</summary>
    public long Count
    {
        get
        {
            lock (gate) return count;
        }
    }

    /// <inheritdoc/>
    public async Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        await TakeTurn();
        try
        {
            var response = await client.SendAsync(operation, request, null, cancellation);
            slower -= slower / 4;
            return response;
        }
        catch (EcsException e) when (e.IsThrottling)
        {
            slower = slower == TimeSpan.Zero ? Throttled : slower * 2 < LongestGap ? slower * 2 : LongestGap;
            throw;
        }
    }

    private Task TakeTurn()
    {
        lock (gate)
        {
            var now = Environment.TickCount64;
            var at = Math.Max(now, next);
            next = at + (long)(gap + slower).TotalMilliseconds;
            count++;
            return at > now ? Task.Delay(TimeSpan.FromMilliseconds(at - now), cancellation) : Task.CompletedTask;
        }
    }
}
