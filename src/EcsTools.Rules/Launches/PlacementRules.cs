using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Query;

namespace EcsTools.Rules.Launches;

/// <summary>Placement constraints and strategies.</summary>
internal sealed class PlacementRules : RuleMaking<Launch>
{
    private const int MaxConstraints = 10, MaxStrategies = 5;

    private const string Constraints = "placementConstraints";
    private const string Strategies = "placementStrategy";
    private const string OnEc2 = "Remove it, or use the launch type EC2.";

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Recorded(
            "Tasks on Fargate have no placement constraints.", "Placement constraints are not supported with FARGATE launch type.", OnEc2,
            all => When(all.IsOnFargate && all.Constraints.Count > 0, Constraints)),
        Recorded(
            "Tasks on Fargate have no placement strategies.", "Placement strategies are not supported with FARGATE launch type.", OnEc2,
            all => When(all.IsOnFargate && all.Placement.Count > 0, Strategies)),
        Documented(
            "Tasks have 10 placement constraints at most.", $"Maximum number of constraints is {MaxConstraints}.", "Remove constraints.",
            all => When(all.Constraints.Count > MaxConstraints, Constraints)),
        Recorded(
            "Tasks have 5 placement strategies at most.", $"Maximum number of strategies is {MaxStrategies}.", "Remove strategies.",
            all => When(all.Placement.Count > MaxStrategies, Strategies)),
        Recorded(
            "The placement constraint distinctInstance has no expression.",
            "distinctInstance expression should not be specified.",
            "Remove expression.",
            all =>
                Each(all.Constraints, Constraints, "expression", one =>
                    one is { Type: PlacementConstraintType.DistinctInstance, Expression.Length: > 0 })),
        Documented(
            "A placement constraint is distinctInstance, or memberOf with an expression in the cluster query language.",
            "{0:problem}",
            "Correct the constraint, for example memberOf with attribute:ecs.os-type == linux.",
            all =>
                all.Constraints.SelectMany((one, index) =>
                    Problem(one) is { } problem ? [new Breach($"{Constraints}[{index}]", problem)] : Array.Empty<Breach>())),
        Recorded(
            "The placement strategy random has no field.", "random field should not be specified.", "Remove field.",
            all => Each(all.Placement, Strategies, "field", one => Is(one, PlacementStrategyType.Random) && one.Field is { Length: > 0 })),
        Recorded(
            "The placement strategy binpack is on cpu or memory.", "binpack field '{0:field}' is invalid.", "Set field to cpu or memory.",
            all =>
                Each(
                    all.Placement,
                    Strategies,
                    "field",
                    one => Is(one, PlacementStrategyType.Binpack) && Problem(one) is not null,
                    one => one.Field)),
        Documented(
            "A placement strategy is random, spread or binpack, with a valid field.",
            "{0:problem}",
            "Set type to spread and field to attribute:ecs.availability-zone, for example.",
            all =>
                Each(
                    all.Placement,
                    Strategies,
                    "type",
                    one => !Is(one, PlacementStrategyType.Random) && !Is(one, PlacementStrategyType.Binpack) && Problem(one) is not null,
                    Problem)),
    ]);

    private static bool Is(PlacementStrategy one, string type) => string.Equals(one.Type, type, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Breach> Each<T>(
        IEnumerable<T> all, string list, string member, Func<T, bool> isBroken, Func<T, string?>? value = null) =>
        all
            .Select((one, index) => (One: one, Path: $"{list}[{index}].{member}"))
            .Where(at => isBroken(at.One))
            .Select(at => new Breach(at.Path, value?.Invoke(at.One)));

    private static string? Problem(PlacementConstraint one) => Problem(() => PlacementConstraints.Parse([(one.Type, one.Expression)]));

    private static string? Problem(PlacementStrategy one) => Problem(() => PlacementStep.Parse(one.Type, one.Field));

    private static string? Problem<T>(Func<T> parse)
    {
        try
        {
            parse();
            return null;
        }
        catch (Exception e) when (e is ClusterQueryException or ArgumentException)
        {
            return Sentence(e);
        }
    }

    // .NET adds the parameter's name, which means nothing to the caller.
    private static string Sentence(Exception e) =>
        e is ArgumentException { ParamName: { } name }
            ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : e.Message;
}
