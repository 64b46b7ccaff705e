using EcsTools.Model;
using EcsTools.Scheduling.Query;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Placement constraints.</summary>
internal sealed class PlacementRules : RuleMaking<Definition>
{
    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Reported(
            "A task definition has the placement constraint memberOf only.",
            "constraint.type '{0:type}' is not supported.",
            "Set type to memberOf, or set the constraint on the service.",
            all =>
                Constraints(all)
                    .Where(one => one.Constraint.Type is not (null or "memberOf"))
                    .Select(one => new Breach($"{one.Path}.type", one.Constraint.Type))),
        Documented(
            "The expression of a placement constraint is in the cluster query language.",
            "Invalid constraint expression. {0:problem}",
            "Correct the expression, for example attribute:ecs.os-type == linux.",
            all =>
                Constraints(all)
                    .Where(one => one.Constraint.Type == "memberOf")
                    .SelectMany(one =>
                        Problem(one.Constraint.Expression) is { } problem
                            ? [new Breach($"{one.Path}.expression", problem)]
                            : Array.Empty<Breach>())),
    ];

    private static IEnumerable<(string Path, TaskDefinitionPlacementConstraint Constraint)> Constraints(Definition all) =>
        (all.Request.PlacementConstraints ?? []).Select((constraint, index) => ($"placementConstraints[{index}]", constraint));

    private static string? Problem(string? expression)
    {
        try
        {
            ClusterQuery.Parse(expression ?? "");
            return null;
        }
        catch (ClusterQueryException e)
        {
            return e.Message;
        }
    }
}
