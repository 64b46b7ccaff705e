namespace EcsTools.Model;

public sealed partial class CapacityProvider
{
    /// <summary>The capacity provider's name.</summary>
    public override string ToString() => Name ?? "";
}
