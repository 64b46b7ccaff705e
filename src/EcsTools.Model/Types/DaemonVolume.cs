namespace EcsTools.Model;

public sealed partial class DaemonVolume
{
    /// <summary>The volume's name.</summary>
    public override string ToString() => Name ?? "";
}
