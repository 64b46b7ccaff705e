using EcsTools.Model;

namespace EcsTools.Tests.Rules;

/// <summary>A change to a good task definition that breaks one rule.</summary>
/// <param name="On">The kind of task definition that it is made to.</param>
/// <param name="Path">The path of the breach.</param>
/// <param name="Text">The text of ECS, or a part of it.</param>
/// <param name="Break">The change.</param>
internal sealed record Mutation(Kind On, string Path, string Text, Action<RegisterTaskDefinitionRequest> Break)
{
    public override string ToString() => $"{On}, {Path}: {Text}";
}

/// <summary>Kinds of good task definition.</summary>
internal enum Kind
{
    Bridge,
    Host,
    NoNetwork,
    Awsvpc,
    Fargate,
    Windows,
    WindowsOnFargate,
    External,
    Managed,
}
