using EcsTools.Formatting;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>Compares task definitions. Defaults that ECS fills in aren't differences.</summary>
internal static class TaskDefinitionDifferences
{
    public static List<TaskDefinitionDifference> Between(RegisterTaskDefinitionRequest before, RegisterTaskDefinitionRequest after) =>
        [.. StructureDifferences.Between(
            FilledIn.Without(before),
            FilledIn.Without(after)).Select(difference =>
                new TaskDefinitionDifference(difference.Path, difference.Kind, difference.Before, difference.After))];

    /// <summary>A line each, for messages: without values that may be secrets.</summary>
    public static string Format(IEnumerable<TaskDefinitionDifference> differences) =>
        string.Concat(differences.Select(difference => $"{Environment.NewLine}  {WithoutValues(difference)}"));

    private static TaskDefinitionDifference WithoutValues(TaskDefinitionDifference difference) =>
        difference with { Before = HiddenValues.All(
            difference.Path, difference.Before), After = HiddenValues.All(difference.Path, difference.After) };
}
