namespace EcsTools.Model;

public sealed partial class ContainerImage
{
    /// <summary>The container and its image: <c>web (nginx:1.27)</c>.</summary>
    public override string ToString() => Image is null ? ContainerName ?? "" : $"{ContainerName} ({Image})";
}
