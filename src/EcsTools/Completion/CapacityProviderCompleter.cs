using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes capacity providers.</summary>
internal sealed class CapacityProviderCompleter : LiveCompleter
{
    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        var providers = await client.First(
            Operations.DescribeCapacityProviders, new(), cancellation, Operations.DescribeCapacityProviders.BatchSize);
        return [.. providers.Select(provider =>
            new Candidate(provider.Name!, $"{provider.Status} {provider.Type}".TrimEnd(), provider.CapacityProviderArn))];
    }
}
