namespace EcsTools.Model;

public sealed partial class Tag
{
    /// <summary>The tag as <c>team=web</c>.</summary>
    public override string ToString() => $"{Key}={Value}";
}
