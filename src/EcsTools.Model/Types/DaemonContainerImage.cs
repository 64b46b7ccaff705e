namespace EcsTools.Model;

public sealed partial class DaemonContainerImage
{
    /// <summary>The container and its image: <c>agent (agent:2.1)</c>.</summary>
    public override string ToString() => Image is null ? ContainerName ?? "" : $"{ContainerName} ({Image})";
}
