namespace EcsTools.Model;

public sealed partial class KeyValuePair
{
    /// <summary>The pair as <c>A=b</c>.</summary>
    public override string ToString() => $"{Name}={Value}";
}
