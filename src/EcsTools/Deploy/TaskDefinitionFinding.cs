namespace EcsTools.Deploy;

/// <summary>Something about a task definition that ECS would refuse, or that would go wrong later.</summary>
/// <param name="TaskDefinition">The task definition.</param>
/// <param name="Path">Where: <c>containerDefinitions[web].portMappings[0].hostPort</c>.</param>
/// <param name="Severity">Error for what ECS refuses or what cannot run; Warning for what is likely to be a mistake.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record TaskDefinitionFinding(string TaskDefinition, string Path, string Severity, string Message, string Advice)
{
    /// <summary>The finding in one line.</summary>
    public override string ToString() => $"{Severity} at {Path}: {Message}";
}
