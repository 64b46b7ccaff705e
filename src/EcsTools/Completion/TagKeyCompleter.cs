using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the keys of the tags on the resource that the command names.</summary>
internal sealed class TagKeyCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "ResourceArn");

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing is null) return [];
        var answer = await client.SendAsync(Operations.ListTagsForResource, new() { ResourceArn = narrowing }, null, cancellation);
        return [.. (answer.Tags ?? []).Select(tag => new Candidate(tag.Key!, $"{tag}"))];
    }
}
