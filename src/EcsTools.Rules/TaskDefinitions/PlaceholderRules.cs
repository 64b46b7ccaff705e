using System.Text.RegularExpressions;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Placeholders that a pipeline has not replaced.</summary>
internal sealed partial class PlaceholderRules : RuleMaking<Definition>
{
    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Warning(
            "Names, images, roles, variables and secrets have no placeholders.",
            "The placeholder '{0:placeholder}' isn't replaced.",
            "Replace '{0:placeholder}', for example in the pipeline that makes the task definition.",
            all =>
                Texts(all)
                    .Where(one => one.Text is not null && Placeholder().IsMatch(one.Text))
                    .Select(one => new Breach(one.Path, Placeholder().Match(one.Text!).Value))),
    ];

    /// <summary>The recommendation for the placeholder in a text; null if it has none.</summary>
    public static string? Advice(string? text) =>
        text is not null && Placeholder().Match(text) is { Success: true, Value: var placeholder }
            ? $"Replace the placeholder '{placeholder}'."
            : null;

    private static IEnumerable<(string Path, string? Text)> Texts(Definition all) =>
    [
        ("family", all.Request.Family),
        ("taskRoleArn", all.Request.TaskRoleArn),
        ("executionRoleArn", all.Request.ExecutionRoleArn),
        .. all.Containers.Select(one => ($"{one.Path}.name", one.It.Name)),
        .. all.Containers.Select(one => ($"{one.Path}.image", one.It.Image)),
        .. all.Items("environment", one => one.Environment).Select(one => ($"{one.Path}.name", one.Item.Name)),
        .. all.Items("environment", one => one.Environment).Select(one => ($"{one.Path}.value", one.Item.Value)),
        .. all.Items("secrets", one => one.Secrets).Select(one => ($"{one.Path}.name", one.Item.Name)),
        .. all.Items("secrets", one => one.Secrets).Select(one => ($"{one.Path}.valueFrom", one.Item.ValueFrom)),
    ];

    [GeneratedRegex(@"<[A-Za-z_][^<>]*>|\$\{[^{}]+\}|\{\{[^{}]+\}\}|\$[A-Za-z_]\w+")]
    private static partial Regex Placeholder();
}
