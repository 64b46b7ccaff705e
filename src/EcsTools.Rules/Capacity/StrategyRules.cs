using EcsTools.Model;

namespace EcsTools.Rules.Capacity;

/// <summary>Capacity provider strategies, of clusters and of what is launched in them.</summary>
internal sealed class StrategyRules : RuleMaking<Strategy>
{
    private const int Max = 20, MaxBase = 100_000, MaxWeight = 1_000;

    private const string NotAssociated =
        "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster";

    public static IReadOnlyList<Rule<Strategy>> All { get; } = AsInvalidParameters(
    [
        Documented(
            "A strategy has 20 capacity providers at most.",
            $"A capacity provider strategy can have at most {Max} capacity providers.",
            "Remove some of them.",
            all => When(all.Items.Count > Max, all.Path)),
        Documented(
            "An item of a strategy names a capacity provider.", "capacityProvider can not be blank.", "Set capacityProvider.",
            all => Each(all, "capacityProvider", item => string.IsNullOrEmpty(item.CapacityProvider))),
        Documented(
            "A strategy has each capacity provider once.",
            "A capacity provider strategy cannot contain the same capacity provider twice.",
            "Remove one of {0:name}.",
            all =>
                Repeated(all.Items.Select((item, index) =>
                    ($"{all.Path}[{index}].capacityProvider", item.CapacityProvider is { Length: > 0 } ? Strategy.Name(item) : null)))),
        Recorded(
            "A cluster's default strategy is of capacity providers of the cluster.",
            $"{NotAssociated} or specify a valid capacity provider and try again.",
            "Associate {0:name} with the cluster, or choose another.",
            all => all.IsForLaunch ? [] : Strange(all)),
        Reported(
            "A strategy is of capacity providers of the cluster.",
            $"{NotAssociated} and try again.",
            "Associate {0:name} with the cluster, or choose another.",
            all => all.IsForLaunch ? Strange(all) : []),
        Reported(
            "All capacity providers of a strategy are of one kind: Fargate, Auto Scaling groups or managed instances.",
            "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again.",
            "Keep those of one kind.",
            all => When(all.Items.Select(item => all.Find(Strategy.Name(item))?.Kind).OfType<string>().Distinct().Count() > 1, all.Path)),
        Documented(
            "A weight is between 0 and 1000.",
            $"The weight of a capacity provider must be between 0 and {MaxWeight}.",
            "Set weight to a value from 0 to 1000.",
            all => Each(all, "weight", item => item.Weight is < 0 or > MaxWeight)),
        Documented(
            "A base is between 0 and 100000.",
            $"The base of a capacity provider must be between 0 and {MaxBase}.",
            "Set base to a value from 0 to 100000.",
            all => Each(all, "base", item => item.Base is < 0 or > MaxBase)),
        Recorded(
            "One capacity provider of a cluster's default strategy has a base.",
            "The specified capacity provider strategy contains multiple capacity providers with a base value defined. Only one capacity provider per strategy can have a base value defined.",
            "Keep one base.",
            all => When(!all.IsForLaunch && Bases(all) > 1, all.Path)),
        Recorded(
            "One capacity provider of a strategy has a base.",
            "There are multiple capacity providers in the specified capacity provider strategy with a base value greater than zero. Only one capacity provider can have a base value greater than zero. Specify a valid capacity provider strategy and try again.",
            "Keep one base.",
            all => When(all.IsForLaunch && Bases(all) > 1, all.Path)),
        Recorded(
            "A strategy of several capacity providers has a weight.",
            "There are no capacity providers in the capacity provider strategy with a weight value greater than zero. Specify a weight value greater than zero for at least one capacity provider and try again.",
            "Set a weight.",
            all => When(all is { IsForLaunch: true, IsDefault: false } && IsWithoutWeight(all), all.Path)),
        Reported(
            "A cluster's default strategy by which tasks are started has a weight, if it has several capacity providers.",
            "There are no capacity providers with a weight value greater than zero defined in the default capacity provider strategy. At least one capacity provider must have a weight value greater than zero specified. "
            + "Update the cluster's default capacity provider strategy or specify a valid capacity provider strategy and try again.", "Set a weight, or a strategy of its own.",
            all => When(all is { IsForLaunch: true, IsDefault: true } && IsWithoutWeight(all), all.Path)),
        Documented(
            "The capacity providers of a strategy are ACTIVE.",
            "The capacity provider {0:name} is not ACTIVE. Specify an ACTIVE capacity provider and try again.",
            "Choose another capacity provider.",
            all =>
                all.IsForLaunch
                    ? Each(all, "capacityProvider", item => all.Find(Strategy.Name(item)) is { IsActive: false }, Strategy.Name)
                    : []),
    ]);

    private static int Bases(Strategy all) => all.Items.Count(item => item.Base > 0);

    private static bool IsWithoutWeight(Strategy all) => all.Items.Count > 1 && all.Items.All(item => item.Weight is null or 0);

    private static IEnumerable<Breach> Strange(Strategy all) =>
        all.Associated is null ? [] : Each(all, "capacityProvider", item => !all.Associated.Contains(Strategy.Name(item)), Strategy.Name);

    private static IEnumerable<Breach> Each(
        Strategy all,
        string member,
        Func<CapacityProviderStrategyItem, bool> isBroken,
        Func<CapacityProviderStrategyItem, string?>? value = null) =>
        all.Items
            .Select((item, index) => (Item: item, Index: index))
            .Where(at => isBroken(at.Item))
            .Select(at => new Breach($"{all.Path}[{at.Index}].{member}", value?.Invoke(at.Item)));
}
