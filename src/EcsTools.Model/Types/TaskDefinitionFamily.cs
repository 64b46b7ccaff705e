namespace EcsTools.Model;

/// <summary>A family of task definitions. ECS lists bare names; an object can be piped on to where a family is asked for.</summary>
/// <param name="Family">The name.</param>
public sealed record TaskDefinitionFamily(string Family)
{
    /// <summary>The name.</summary>
    public override string ToString() => Family;
}
