using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.CapacityProviders;

/// <summary>Describes capacity providers, including FARGATE and FARGATE_SPOT.</summary>
internal sealed class DescribeCapacityProvidersHandler()
    : Handler<DescribeCapacityProvidersRequest, DescribeCapacityProvidersResponse>(Operations.DescribeCapacityProviders)
{
    private const int Max = 10;

    protected override DescribeCapacityProvidersResponse Handle(Call call, DescribeCapacityProvidersRequest request)
    {
        Check.Include(request.Include, "TAGS");
        var cluster = request.Cluster is { Length: > 0 } ? call.Cluster(request.Cluster) : null;
        var withTags = request.Include?.Contains("TAGS") == true;
        return request.CapacityProviders is { Count: > 0 } names
            ? Named(call.Region, names, cluster, withTags)
            : All(call.Region, request, cluster, withTags);
    }

    private static DescribeCapacityProvidersResponse Named(
        RegionState region, List<string> identifiers, ClusterState? cluster, bool withTags)
    {
        Check.Ids(identifiers, "Capacity providers", "capacityProviders", Max);
        var answer = new DescribeCapacityProvidersResponse { CapacityProviders = [], Failures = [] };
        foreach (var name in identifiers.Select(EcsArn.IdOf).Distinct())
        {
            if (region.FindCapacityProvider(name) is { } provider && IsOf(region, provider, cluster))
                answer.CapacityProviders.Add(Describe(provider, withTags));
            else answer.Failures.Add(new() { Arn = region.Arn($"capacity-provider/{name}"), Reason = "MISSING" });
        }

        return answer;
    }

    private static DescribeCapacityProvidersResponse All(
        RegionState region, DescribeCapacityProvidersRequest request, ClusterState? cluster, bool withTags)
    {
        var all =
            from name in FargateProviders.Names.Concat(region.CapacityProviders.Keys).Order(StringComparer.Ordinal)
            let provider = region.FindCapacityProvider(name)
            where provider.Status != CapacityProviderStatus.Inactive && IsOf(region, provider, cluster)
            select Describe(provider, withTags);
        var (page, next) = Paging.ByName(
            all, provider => provider.Name!, provider => provider, request.NextToken, request.MaxResults, usual: Max, most: Max);
        return new() { CapacityProviders = page, Failures = [], NextToken = next };
    }

    /// <summary>Whether a provider is for a cluster: its own, or one for all.</summary>
    private static bool IsOf(RegionState region, CapacityProvider provider, ClusterState? cluster) =>
        cluster is null || provider.Cluster is null || region.ClusterOf(provider) == cluster;

    private static CapacityProvider Describe(CapacityProvider provider, bool withTags)
    {
        var answer = provider.Copy();
        if (!withTags) answer.Tags = [];
        return answer;
    }
}
