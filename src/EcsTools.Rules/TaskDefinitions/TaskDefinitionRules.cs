using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>
/// The rules for task definitions, in ECS's order as far as it is known. The local ECS refuses by them, and Test-EcsTaskDefinition reports
/// by them.
/// </summary>
internal sealed class TaskDefinitionRules : RuleMaking<Definition>
{
    private const int MaxBytes = 64 * 1024;

    public static IReadOnlyList<Rule<Definition>> All { get; } =
    [
        .. SizeRules.First,
        .. ContainerNameRules.All,
        .. RoleRules.All.Take(1),
        .. ShapeRules.All.Select(rule => rule.On<Definition>(all => all.Request)),
        .. SizeRules.All,
        .. NetworkRules.All,
        .. PortRules.All,
        .. DependencyRules.All,
        .. ContainerRules.All,
        .. VolumeRules.All,
        .. LogRules.All,
        .. RoleRules.All.Skip(1),
        .. KernelRules.All,
        .. PlatformRules.All,
        .. PlacementRules.All,
        .. TagRules.All.Select(rule =>
            (rule == TagRules.HaveValues ? rule with { Error = Client } : rule).On<Definition>(all => all.Request.Tags ?? [])),
        Documented(
            "A task definition has 64 KiB at most.",
            "Task definitions can have at most 65536 bytes.",
            "It has {0:size} bytes. Move long values to SSM parameters or environment files.",
            all => When(WireJson.ToBytes(all.Request).Length > MaxBytes, "", $"{WireJson.ToBytes(all.Request).Length}")),
        .. PlaceholderRules.All,
    ];

    /// <summary>Everything that is wrong with a task definition. A place with an error has no warning.</summary>
    public static IReadOnlyList<Finding> Findings(RegisterTaskDefinitionRequest request)
    {
        var definition = new Definition(request);
        var all = All.SelectMany(rule => rule.Findings(definition)).ToList();
        return all.FindAll(finding =>
            finding.Error is not null || !all.Exists(other => other.Error is not null && other.Path == finding.Path));
    }
}
