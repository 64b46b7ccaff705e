namespace EcsTools.Binding;

/// <summary>Declares that a parameter has an effect only with another one. Without it, the parameter is an error.</summary>
/// <param name="parameter">The other parameter.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RequiresAttribute(string parameter) : Attribute
{
    /// <summary>The other parameter.</summary>
    public string Parameter => parameter;
}
