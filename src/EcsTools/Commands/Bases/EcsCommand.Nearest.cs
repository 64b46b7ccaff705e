using EcsTools.Completion;

namespace EcsTools.Commands;

/// <summary>The existing names, for the errors about names that don't exist.</summary>
public abstract partial class EcsCommand
{
    private NearestName? nearest;

    internal NearestName Nearest => nearest ??= new NearestName(this);

    /// <summary>The first things of a kind. Their number is limited to one page.</summary>
    internal Task<IReadOnlyList<Candidate>> Existing(LiveCompleter kind, string? cluster, CancellationToken cancellation) => kind.Existing(Client, cluster, cancellation);
}
