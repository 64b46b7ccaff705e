using EcsTools.Model;
using EcsTools.Rules.TaskDefinitions;

namespace EcsTools.Deploy;

/// <summary>A rule that a task definition violates: ECS would reject it, or it's a likely mistake.</summary>
/// <param name="TaskDefinition">The task definition.</param>
/// <param name="Path">Where: <c>containerDefinitions[web].portMappings[0].hostPort</c>.</param>
/// <param name="Severity">Error if ECS refuses it; Warning if it is likely to be a mistake.</param>
/// <param name="Message">The problem, in the text of ECS if ECS rejects it.</param>
/// <param name="Advice">The recommendation.</param>
public sealed record TaskDefinitionFinding(string TaskDefinition, string Path, string Severity, string Message, string Advice)
{
    /// <summary>The finding in one line.</summary>
    public override string ToString() => $"{Severity} at {Path}: {Message}";

    /// <summary>Everything that is wrong with a task definition.</summary>
    internal static IReadOnlyList<TaskDefinitionFinding> Of(RegisterTaskDefinitionRequest definition, string name) =>
        [.. TaskDefinitionRules.Findings(definition).Select(finding =>
            new TaskDefinitionFinding(name, finding.Path, finding.Error is null ? "Warning" : "Error", finding.Text, finding.Advice))];
}
