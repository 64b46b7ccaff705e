namespace EcsTools.Model;

/// <summary>A family of task definitions. You can pipe it to cmdlets that accept a family.</summary>
/// <param name="Family">The name.</param>
public sealed record TaskDefinitionFamily(string Family)
{
    /// <summary>The name.</summary>
    public override string ToString() => Family;
}
