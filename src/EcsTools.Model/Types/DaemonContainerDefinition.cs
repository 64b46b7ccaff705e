namespace EcsTools.Model;

public sealed partial class DaemonContainerDefinition
{
    /// <summary>The container's name and image: <c>agent (agent:2.1)</c>.</summary>
    public override string ToString() => Image is null ? Name ?? "" : $"{Name} ({Image})";
}
