using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What must hold of the capacity providers of a cluster, and of strategies over them.</summary>
internal static class StrategyRules
{
    private const int MostProviders = 20, MostBase = 100_000, MostWeight = 1_000;

    /// <summary>The names of the providers that a cluster is to have.</summary>
    /// <exception cref="EcsFault">One is not there, or there are too many.</exception>
    public static List<string> Providers(RegionState region, string cluster, List<string>? identifiers)
    {
        List<string> names = [.. (identifiers ?? []).Select(EcsArn.IdOf).Distinct()];
        if (names.Count > MostProviders) throw EcsFault.InvalidParameter("The maximum number of capacity providers per cluster has been exceeded.");
        if (names.TrueForAll(name => region.FindCapacityProvider(name) is { Status: CapacityProviderStatus.Active } provider && IsFor(provider, cluster))) return names;
        throw EcsFault.InvalidParameter("The specified capacity provider was not found. Specify a valid capacity provider and try again.");
    }

    /// <summary>A strategy over the providers of a cluster, with what ECS fills in.</summary>
    /// <exception cref="EcsFault">ECS refuses it.</exception>
    public static List<CapacityProviderStrategyItem> Strategy(RegionState region, List<CapacityProviderStrategyItem>? items, List<string> associated)
    {
        var strategy = (items ?? []).ConvertAll(Whole);
        if (strategy.Count > MostProviders) throw EcsFault.InvalidParameter($"A capacity provider strategy can have at most {MostProviders} capacity providers.");
        if (strategy.DistinctBy(item => item.CapacityProvider).Count() < strategy.Count) throw EcsFault.InvalidParameter("A capacity provider strategy cannot contain the same capacity provider twice.");
        if (strategy.Exists(item => !associated.Contains(item.CapacityProvider!)))
            throw EcsFault.InvalidParameter("The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.");
        if (strategy.Select(item => region.FindCapacityProvider(item.CapacityProvider!)?.LaunchType()).Distinct().Count() > 1)
            throw EcsFault.InvalidParameter("A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again.");
        if (strategy.Exists(item => item.Weight is < 0 or > MostWeight)) throw EcsFault.InvalidParameter($"The weight of a capacity provider must be between 0 and {MostWeight}.");
        if (strategy.Exists(item => item.Base is < 0 or > MostBase)) throw EcsFault.InvalidParameter($"The base of a capacity provider must be between 0 and {MostBase}.");
        if (strategy.Count(item => item.Base > 0) > 1) throw EcsFault.InvalidParameter("Only one capacity provider of a strategy can have a base.");
        return strategy;
    }

    /// <summary>A strategy that tasks are to be started by.</summary>
    /// <exception cref="EcsFault">ECS refuses it.</exception>
    public static List<CapacityProviderStrategyItem> Usable(RegionState region, List<CapacityProviderStrategyItem> items, List<string> associated)
    {
        var strategy = Strategy(region, items, associated);
        if (strategy.Count > 1 && strategy.TrueForAll(item => item.Weight == 0))
            throw EcsFault.InvalidParameter("A capacity provider strategy of several capacity providers must have one with a weight greater than 0.");
        if (strategy.Find(item => region.FindCapacityProvider(item.CapacityProvider!) is not { Status: CapacityProviderStatus.Active }) is { CapacityProvider: var name })
            throw EcsFault.InvalidParameter($"The capacity provider {name} is not ACTIVE. Specify an ACTIVE capacity provider and try again.");
        return strategy;
    }

    // A provider of managed instances belongs to one cluster.
    private static bool IsFor(CapacityProvider provider, string cluster) => provider.Cluster is null || EcsArn.IdOf(provider.Cluster) == cluster;

    private static CapacityProviderStrategyItem Whole(CapacityProviderStrategyItem item)
    {
        var whole = item.Copy();
        whole.CapacityProvider = EcsArn.IdOf(item.CapacityProvider ?? "");
        whole.Base ??= 0;
        whole.Weight ??= 0;
        return whole;
    }
}
