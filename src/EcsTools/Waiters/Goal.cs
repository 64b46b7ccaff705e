using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The condition of a wait for one resource. Resources of one kind are polled together.</summary>
/// <param name="id">What ECS is asked for: a name, an id or an ARN.</param>
internal abstract class Goal<T>(string id)
    where T : class
{
    public string Id => id;

    /// <summary>The resource, as the subject of a message: "Task 179642d8".</summary>
    public abstract string Name { get; }

    /// <summary>The recommendation after a timeout.</summary>
    public virtual string TimeoutAdvice => "Wait again with a longer -Timeout.";

    /// <summary>The result if the resource doesn't exist. Just after its creation, ECS might not return it yet.</summary>
    public virtual WaitResult OfMissing =>
        new WaitResult.Failed("MISSING", "not found") { Category = ErrorCategory.ObjectNotFound, IsInconclusive = true };

    /// <summary>Describes several such resources in one call; missing ones are omitted.</summary>
    public abstract Task<IReadOnlyList<T>> Poll(IReadOnlyList<string> ids, JobCalls calls);

    /// <summary>Whether what was seen is the thing that is meant.</summary>
    public virtual bool Is(T seen) => true;

    /// <summary>The evaluation of the current resource.</summary>
    public abstract ValueTask<WaitResult> Evaluate(T seen, JobCalls calls);

    /// <summary>The details of an error in addition to its message: the events and the tasks that failed.</summary>
    public virtual ValueTask<Diagnosis> Explain(T? last, JobCalls calls) => new(Diagnosis.None);

    /// <summary>The thing as ECS shows it now; where it does not yet, as ECS answered its making.</summary>
    public async Task<T> Shown(T answered, JobCalls calls) => await Poll([Id], calls) is [var seen, ..] ? seen : answered;

    /// <summary>Whether two names, ids or ARNs of things in one cluster mean the same.</summary>
    protected static bool IsSame(string? one, string? other) =>
        one is not null && other is not null && EcsArn.IdOf(one) == EcsArn.IdOf(other);

    /// <summary>One resource that the API describes individually; nothing if it doesn't exist.</summary>
    public static async Task<IReadOnlyList<T>> Alone(Func<Task<T?>> describe)
    {
        try
        {
            return await describe() is { } one ? [one] : [];
        }
        catch (EcsException e) when (IsMissing(e))
        {
            return [];
        }
    }

    /// <summary>ECS has no code for task definitions that are not there.</summary>
    private static bool IsMissing(EcsException e) =>
        e.ErrorCode.Contains("NotFound", StringComparison.Ordinal)
            || (e.ErrorCode == "ClientException" && e.Message.StartsWith("Unable to describe", StringComparison.Ordinal));
}
