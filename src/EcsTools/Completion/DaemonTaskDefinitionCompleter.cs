using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes revisions of daemon task definitions, the newest first.</summary>
internal sealed class DaemonTaskDefinitionCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        All(
            client,
            Operations.ListDaemonTaskDefinitions,
            new() { Sort = SortOrder.Desc },
            definition => Candidate.Of(definition.Arn!, definition.Status),
            cancellation);
}
