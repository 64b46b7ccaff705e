namespace EcsTools.Model;

public sealed partial class Setting
{
    /// <summary>The setting as <c>containerInsights=enabled</c>.</summary>
    public override string ToString() => $"{Name}={Value}";
}
