using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The events of services, each once, in order of time.</summary>
internal sealed class EventLog(IReadOnlyList<Batch> services, JobCalls calls)
{
    private readonly HashSet<string> written = [];

    /// <summary>Writes the events since a time, and then new events, until no service is left.</summary>
    public async Task Write(DateTime since, int? newest, WaitClock? clock, CancellationToken cancellation)
    {
        var backoff = new Backoff(new Random());
        var poll = await Poll(since, isFirst: true);
        await calls.Output.Objects(poll.Events.TakeLast(newest ?? int.MaxValue));
        while (clock is not null && poll.IsAnyActive)
        {
            await clock.Delay(backoff.Next(), cancellation);
            poll = await Poll(since, isFirst: false);
            if (poll.Events.Count > 0) backoff = new Backoff(new Random());
            await calls.Output.Objects(poll.Events);
        }
    }

    /// <summary>The new events, and whether more can follow. A poll that ECS throttles or that fails in ECS has no events.</summary>
    private async Task<(List<ServiceEvent> Events, bool IsAnyActive)> Poll(DateTime since, bool isFirst)
    {
        var (events, isAnyActive) = (new List<ServiceEvent>(), false);
        foreach (var batch in services)
        {
            try
            {
                var described = await calls.Send(Operations.DescribeServices, new() { Cluster = batch.Cluster, Services = batch.Ids });
                if (isFirst) await calls.Output.Errors(described.Failures, nameof(Operations.DescribeServices));
                isAnyActive |= described.Services?.Exists(service => service.Status != "INACTIVE") == true;
                events.AddRange((described.Services ?? [])
                    .SelectMany(service => service.Events ?? [])
                    .Where(one => one.CreatedAt >= since && written.Add(one.Id!)));
            }
            catch (EcsException e) when (!isFirst && (e.IsThrottling || e.StatusCode >= 500))
            {
                isAnyActive = true;
            }
            catch (EcsException e)
            {
                await calls.Output.Error(e, batch.Concerned(e));
            }
        }

        events.Reverse(); // ECS lists the newest first; after this, events with the same time are also in order
        return ([.. events.OrderBy(one => one.CreatedAt)], isAnyActive);
    }
}
