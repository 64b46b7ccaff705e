using EcsTools.Model;

namespace EcsTools.Rules.Capacity;

/// <summary>A capacity provider strategy, and what is known of the capacity providers.</summary>
/// <param name="Items">The items.</param>
/// <param name="Path">The member that has it.</param>
internal sealed record Strategy(IReadOnlyList<CapacityProviderStrategyItem> Items, string Path)
{
    /// <summary>The capacity providers of the cluster; null if they aren't known.</summary>
    public IReadOnlyCollection<string>? Associated { get; init; }

    /// <summary>Finds a capacity provider; null for one that isn't known.</summary>
    public Func<string, ProviderFacts?> Find { get; init; } = _ => null;

    /// <summary>Whether tasks are to be started by it, rather than to be the cluster's default.</summary>
    public bool IsForLaunch { get; init; }

    /// <summary>Whether it is the default of the cluster.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The name in a name or ARN.</summary>
    public static string Name(CapacityProviderStrategyItem item) => EcsArn.IdOf(item.CapacityProvider ?? "");
}

/// <summary>The facts about a capacity provider that a strategy requires.</summary>
/// <param name="Kind">The launch type that its tasks show.</param>
/// <param name="IsActive">Whether tasks can be started by it.</param>
internal sealed record ProviderFacts(string Kind, bool IsActive);
