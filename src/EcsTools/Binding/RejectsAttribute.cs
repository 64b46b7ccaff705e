namespace EcsTools.Binding;

/// <summary>The values of an enum that an operation doesn't take, although the API names them: states that only ECS sets.</summary>
/// <param name="parameter">The parameter.</param>
/// <param name="values">The values.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RejectsAttribute(string parameter, params string[] values) : Attribute
{
    public string Parameter => parameter;

    public IReadOnlyList<string> Values => values;
}
