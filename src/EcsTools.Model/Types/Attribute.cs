namespace EcsTools.Model;

public sealed partial class Attribute
{
    /// <summary>The attribute as <c>name=value</c>; the name alone where it has no value.</summary>
    public override string ToString() => string.IsNullOrEmpty(Value) ? Name ?? "" : $"{Name}={Value}";
}
