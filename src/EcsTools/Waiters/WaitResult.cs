using System.Management.Automation;

namespace EcsTools.Waiters;

/// <summary>The result of one poll of a resource for a wait.</summary>
internal abstract record WaitResult
{
    private WaitResult()
    {
    }

    /// <summary>Whether eventual consistency could explain it, so that it counts only after it has persisted.</summary>
    public bool IsInconclusive { get; init; }

    /// <summary>The awaited state is reached.</summary>
    public sealed record Done : WaitResult;

    /// <summary>The awaited state can still be reached.</summary>
    /// <param name="State">The progress: "IN_PROGRESS: 2 running, 1 pending, 4 desired".</param>
    /// <param name="Percent">The completed part in percent; -1 if it's unknown.</param>
    /// <param name="Note">The latest event, or the reason for the delay.</param>
    public sealed record Pending(string State, int Percent = -1, string? Note = null) : WaitResult;

    /// <summary>The awaited state can't be reached any more.</summary>
    /// <param name="Id">The error's ID.</param>
    /// <param name="Problem">The problem, as the end of a sentence about the resource: "the deployment of web:9 failed".</param>
    /// <param name="Advice">The recommendation; null for the general one for that ID.</param>
    public sealed record Failed(string Id, string Problem, string? Advice = null) : WaitResult
    {
        /// <summary>The reason that ECS gives.</summary>
        public string? Reason { get; init; }

        /// <summary>Whether tasks that failed can be the cause.</summary>
        public bool IsCausedByTasks { get; init; }

        public ErrorCategory Category { get; init; } = ErrorCategory.InvalidResult;
    }
}
