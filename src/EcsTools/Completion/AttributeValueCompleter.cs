using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the values that an attribute has on container instances of the cluster.</summary>
internal sealed class AttributeValueCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "AttributeName") ?? Given(bound, "Name");

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing is null) return [];
        var attributes = await client.First(
            Operations.ListAttributes,
            new() { Cluster = cluster, TargetType = TargetType.ContainerInstance, AttributeName = narrowing },
            cancellation);
        return [.. attributes.Where(attribute => !string.IsNullOrEmpty(attribute.Value)).GroupBy(attribute => attribute.Value!)
            .Select(same => new Candidate(same.Key, $"on {same.Count()} container instances"))];
    }
}
