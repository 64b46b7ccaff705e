namespace EcsTools.Model;

public sealed partial class ClusterSetting
{
    /// <summary>The setting as <c>containerInsights=enabled</c>.</summary>
    public override string ToString() => $"{Name}={Value}";
}
