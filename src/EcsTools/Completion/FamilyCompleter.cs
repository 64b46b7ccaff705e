using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes families of task definitions that have an ACTIVE revision.</summary>
internal sealed class FamilyCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListTaskDefinitionFamilies, new() { Status = TaskDefinitionFamilyStatus.Active }, cancellation);
}
