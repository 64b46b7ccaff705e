namespace EcsTools.Generator.Specs;

/// <summary>A parameter that is made from a member of a request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Help">Its help message.</param>
/// <param name="Member">The member.</param>
/// <param name="Operation">The operation whose request it fills.</param>
/// <param name="IsTarget">Whether it names what the request is about.</param>
/// <param name="IsMandatory">Whether the API requires the member in all operations of the cmdlet.</param>
/// <param name="Aliases">Its other names: the API's plural, and those of objects' properties that it takes its value from.</param>
/// <param name="Identity">The kind of resource that it names, so that an object can be its value; null if it's mere text.</param>
/// <param name="Completer">The name of its completer, without "Completer"; null if it has none.</param>
/// <param name="Values">The values that the API names.</param>
internal sealed record ParameterSpec(
    string Name,
    string Help,
    MemberSpec Member,
    MarkedOperation Operation,
    bool IsTarget,
    bool IsMandatory,
    EquatableList<string> Aliases,
    string? Identity,
    string? Completer,
    EquatableList<string> Values)
{
    /// <summary>Whether it is the cluster that the request goes to, which the session or an ARN can say as well.</summary>
    public bool IsCluster => Member.Name == "cluster" && !IsTarget;

    public bool IsList => Member.Type.Kind == TypeKind.List;

    /// <summary>The type of one value of the parameter.</summary>
    public TypeSpec Value => IsList ? Member.Type.Element! : Member.Type;

    public bool IsText => Value.Kind == TypeKind.String;
}
