using EcsTools.Model;

namespace EcsTools.Deploy.Checks;

/// <summary>A task definition that is checked, and what was found.</summary>
internal sealed class Checked(RegisterTaskDefinitionRequest definition, string name)
{
    private readonly List<TaskDefinitionFinding> findings = [];

    public RegisterTaskDefinitionRequest Definition => definition;

    public List<ContainerDefinition> Containers { get; } = definition.ContainerDefinitions ?? [];

    public bool IsFargate => definition.RequiresCompatibilities?.Contains(Compatibility.Fargate) == true;

    public IReadOnlyList<TaskDefinitionFinding> Findings => findings;

    /// <summary>Everything that is wrong with a task definition.</summary>
    public static IReadOnlyList<TaskDefinitionFinding> All(RegisterTaskDefinitionRequest definition, string name)
    {
        var all = new Checked(definition, name);
        ShapeRules.Check(all);
        SizeRules.Check(all);
        ContainerRules.Check(all);
        PortRules.Check(all);
        DependencyRules.Check(all);
        VolumeRules.Check(all);
        LogRules.Check(all);
        HealthRules.Check(all);
        SecretRules.Check(all);
        LimitRules.Check(all);
        return all.Findings;
    }

    public static string Of(ContainerDefinition container) => $"containerDefinitions[{container.Name}]";

    /// <summary>ECS would refuse it, or it could not run.</summary>
    public void Error(string path, string message, string advice) => findings.Add(new(name, path, "Error", message, advice));

    /// <summary>It is likely to be a mistake.</summary>
    public void Warning(string path, string message, string advice) => findings.Add(new(name, path, "Warning", message, advice));

    public void Within(int? value, int least, int most, string path)
    {
        if (value < least || value > most) Error(path, $"{value} is not between {least} and {most}.", $"Choose a value from {least} to {most}.");
    }

    /// <summary>Each value once; the others are errors.</summary>
    public void Unique<T>(IEnumerable<(string Path, T? Value)> all, string what)
    {
        foreach (var (path, value) in all.Where(one => one.Value is not null).GroupBy(one => one.Value).SelectMany(group => group.Skip(1)))
            Error(path, $"{value} is there twice.", $"Give each {what} another.");
    }
}
