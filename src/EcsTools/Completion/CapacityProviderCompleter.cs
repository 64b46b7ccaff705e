using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes capacity providers.</summary>
public sealed class CapacityProviderCompleter : LiveCompleter
{
    private protected override async Task<IReadOnlyList<Candidate>> Find(IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        var page = await client.SendAsync(Operations.DescribeCapacityProviders, new(), null, cancellation).ConfigureAwait(false);
        return (page.CapacityProviders ?? []).ConvertAll(provider => new Candidate(provider.Name!, provider.CapacityProviderArn));
    }
}
