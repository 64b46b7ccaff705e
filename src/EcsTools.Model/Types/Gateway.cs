namespace EcsTools.Model;

public sealed partial class Gateway
{
    /// <summary>The gateway's name.</summary>
    public override string ToString() => Name ?? "";
}
