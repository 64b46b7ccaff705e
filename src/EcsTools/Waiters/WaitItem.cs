using EcsTools.Calls;

namespace EcsTools.Waiters;

/// <summary>One resource of a wait: its latest state, and since when its result is inconclusive.</summary>
internal sealed class WaitItem<T>(Goal<T> goal, Bar bar)
    where T : class
{
    /// <summary>How long eventual consistency can explain a result: a new resource is missing, a deleted one still exists.</summary>
    public static readonly TimeSpan ConsistencyWindow = TimeSpan.FromSeconds(20);

    private DateTimeOffset? inconclusiveSince;

    public Goal<T> Goal => goal;

    public Bar Bar => bar;

    /// <summary>The latest description of the resource; null if there was none.</summary>
    public T? Last { get; private set; }

    /// <summary>The latest progress.</summary>
    public string? State { get; private set; }

    /// <summary>The result of one poll; inconclusive results count only after they have persisted.</summary>
    public async Task<WaitResult> Evaluate(T? seen, JobCalls calls, DateTimeOffset now)
    {
        Last = seen ?? Last;
        var result = seen is null ? goal.OfMissing : await goal.Evaluate(seen, calls);
        inconclusiveSince = result.IsInconclusive ? inconclusiveSince ?? now : null;
        if (inconclusiveSince is { } since && now - since < ConsistencyWindow)
            result = new WaitResult.Pending(result is WaitResult.Failed failed ? failed.Problem : "not settled for long enough");
        if (result is WaitResult.Pending pending) Show(pending);
        return result;
    }

    private void Show(WaitResult.Pending pending)
    {
        State = pending.Note is null ? pending.State : $"{pending.State}; {pending.Note}";
        bar.Show(pending);
    }
}
