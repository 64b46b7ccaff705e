using EcsTools.Calls;

namespace EcsTools.Waiters;

/// <summary>A thing while it is waited for: how it looked last, and since when that is doubtful.</summary>
internal sealed class Watched<T>(Goal<T> goal, Bar bar)
    where T : class
{
    /// <summary>How long what is read may lag behind what was written: a new thing is missing, a deleted one is there.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromSeconds(20);

    private DateTimeOffset? doubtedSince;

    public Goal<T> Goal => goal;

    public Bar Bar => bar;

    /// <summary>How it looked when it was last seen; null when it never was.</summary>
    public T? Last { get; private set; }

    /// <summary>How far it had come when that was last known.</summary>
    public string? State { get; private set; }

    /// <summary>The result of one poll; inconclusive results count only after they have persisted.</summary>
    public async Task<Verdict> Judge(T? seen, JobCalls calls, DateTimeOffset now)
    {
        Last = seen ?? Last;
        var verdict = seen is null ? goal.OfMissing : await goal.Judge(seen, calls);
        doubtedSince = verdict.IsDoubtful ? doubtedSince ?? now : null;
        if (doubtedSince is { } since && now - since < Lag) verdict = new Verdict.GoOn(verdict is Verdict.Failed doubted ? doubted.Problem : "not settled for long enough");
        if (verdict is Verdict.GoOn standing) Show(standing);
        return verdict;
    }

    private void Show(Verdict.GoOn standing)
    {
        State = standing.Note is null ? standing.State : $"{standing.State}; {standing.Note}";
        bar.Show(standing);
    }
}
