using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes names of attributes that container instances of the cluster have.</summary>
internal sealed class AttributeNameCompleter : LiveCompleter
{
    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        var attributes = await client.First(
            Operations.ListAttributes, new() { Cluster = cluster, TargetType = TargetType.ContainerInstance }, cancellation);
        return [.. attributes.GroupBy(attribute => attribute.Name!)
            .Select(same =>
                new Candidate(
                    same.Key,
                    string.Join(", ", same.Select(attribute => attribute.Value).Where(value => !string.IsNullOrEmpty(value)).Distinct())))];
    }
}
