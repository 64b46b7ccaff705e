namespace EcsTools.Model;

public sealed partial class Volume
{
    /// <summary>The volume's name.</summary>
    public override string ToString() => Name ?? "";
}
