using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes families, and behind a family's colon its revisions, the newest first.</summary>
internal sealed class TaskDefinitionCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) =>
        word.Trim('\'', '"') is var text && text.IndexOf(':') is var colon and > 0 ? text[..colon] : null;

    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) => narrowing is null
        ? Names(client, Operations.ListTaskDefinitionFamilies, new() { Status = TaskDefinitionFamilyStatus.Active }, cancellation)
        : Names(client, Operations.ListTaskDefinitions, new() { FamilyPrefix = narrowing, Sort = SortOrder.Desc }, cancellation);
}
