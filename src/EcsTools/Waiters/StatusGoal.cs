using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The resource has a certain status.</summary>
/// <param name="id">What ECS is asked for.</param>
/// <param name="thing">Its kind, as texts for users have it: "Gateway".</param>
internal sealed class StatusGoal<T>(string id, string thing) : Goal<T>(id)
    where T : class
{
    /// <summary>Describes such resources.</summary>
    public required Func<IReadOnlyList<string>, JobCalls, Task<IReadOnlyList<T>>> Describe { get; init; }

    public required Func<T, string?> Status { get; init; }

    /// <summary>The reason for the status, if ECS has one.</summary>
    public Func<T, string?> Reason { get; init; } = _ => null;

    /// <summary>The id or ARN of one of several that were described together; null where each is described alone.</summary>
    public Func<T, string?>? IdOf { get; init; }

    /// <summary>The statuses that are waited for.</summary>
    public required string[] Done { get; init; }

    /// <summary>The statuses from which it never comes there.</summary>
    public string[] Failed { get; init; } = [];

    /// <summary>The status while an update is in progress. Until a poll has shown it, the awaited status can be the old one.</summary>
    public string? Underway { get; init; }

    /// <summary>The recommendation after a failure.</summary>
    public string FailedAdvice { get; init; } = "";

    /// <summary>Whether the wait ends when ECS no longer returns it.</summary>
    public bool IsEnd { get; init; }

    /// <summary>How often it was in progress: first in the response to the update, then in polls.</summary>
    private int underway;

    public override string Name => $"{thing} {Naming.ShortId(EcsArn.IdOf(Id))}";

    public override WaitResult OfMissing => IsEnd ? new WaitResult.Done() : base.OfMissing;

    public override Task<IReadOnlyList<T>> Poll(IReadOnlyList<string> ids, JobCalls calls) => Describe(ids, calls);

    public override bool Is(T seen) => IdOf is null || IsSame(Id, IdOf(seen));

    public override ValueTask<WaitResult> Evaluate(T seen, JobCalls calls)
    {
        var status = Status(seen) ?? "";
        if (Done.Contains(status)) return new(new WaitResult.Done { IsInconclusive = underway == 1 });
        if (status == Underway) underway++;
        return new(Failed.Contains(status)
            ? new WaitResult.Failed(status, $"the status is {status}", FailedAdvice) { Reason = Reason(seen) }
            : new WaitResult.Pending(status, Note: Reason(seen)));
    }
}
