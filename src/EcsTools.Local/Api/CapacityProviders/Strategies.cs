using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Capacity;

namespace EcsTools.Local.Api.CapacityProviders;

/// <summary>The capacity providers of a cluster, and strategies over them with what ECS fills in.</summary>
internal static class Strategies
{
    /// <summary>The names of the providers that a cluster is to have.</summary>
    /// <exception cref="EcsFault">One is not there.</exception>
    public static List<string> Providers(RegionState region, string cluster, List<string>? identifiers)
    {
        List<string> names = [.. (identifiers ?? []).Select(EcsArn.IdOf).Distinct()];
        if (names.TrueForAll(name =>
            region.FindCapacityProvider(name) is { Status: CapacityProviderStatus.Active } provider && IsFor(provider, cluster)))
            return names;
        throw EcsFault.InvalidParameter("The specified capacity provider was not found. Specify a valid capacity provider and try again.");
    }

    /// <summary>The default strategy of a cluster.</summary>
    /// <exception cref="EcsFault">ECS refuses it.</exception>
    public static List<CapacityProviderStrategyItem> Default(
        RegionState region, List<CapacityProviderStrategyItem>? items, List<string> associated) =>
        Checked(region, new(items ?? [], "defaultCapacityProviderStrategy") { Associated = associated });

    /// <summary>A strategy that tasks are to be started by.</summary>
    /// <exception cref="EcsFault">ECS refuses it.</exception>
    public static List<CapacityProviderStrategyItem> Usable(
        ClusterState cluster, List<CapacityProviderStrategyItem> items, bool isDefault) =>
        Checked(cluster.Region, new(
            items,
            "capacityProviderStrategy")
            {
                Associated = cluster.Resource.CapacityProviders ?? [],
                IsForLaunch = true,
                IsDefault = isDefault,
            });

    private static List<CapacityProviderStrategyItem> Checked(RegionState region, Strategy strategy)
    {
        Check.Rules(StrategyRules.All, strategy with { Find = name => Facts(region.FindCapacityProvider(name)) });
        return [.. strategy.Items.Select(Whole)];
    }

    private static ProviderFacts? Facts(CapacityProvider? provider) =>
        provider is null ? null : new(provider.LaunchType(), provider.Status == CapacityProviderStatus.Active);

    // A provider of managed instances belongs to one cluster.
    private static bool IsFor(CapacityProvider provider, string cluster) =>
        provider.Cluster is null || EcsArn.IdOf(provider.Cluster) == cluster;

    private static CapacityProviderStrategyItem Whole(CapacityProviderStrategyItem item)
    {
        var whole = item.Copy();
        whole.CapacityProvider = EcsArn.IdOf(item.CapacityProvider ?? "");
        whole.Base ??= 0;
        whole.Weight ??= 0;
        return whole;
    }
}
