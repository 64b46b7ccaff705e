namespace EcsTools.Model;

public sealed partial class ServiceVolumeConfiguration
{
    /// <summary>The volume's name.</summary>
    public override string ToString() => Name ?? "";
}
