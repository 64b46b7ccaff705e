namespace EcsTools.Model;

public sealed partial class ContainerDefinition
{
    /// <summary>The container's name and image: <c>web (nginx:1.27)</c>.</summary>
    public override string ToString() => Image is null ? Name ?? "" : $"{Name} ({Image})";
}
