namespace EcsTools.Generator.Specs;

/// <summary>One structure of an API.</summary>
/// <param name="Service">The service.</param>
/// <param name="Name">Its name in the API.</param>
/// <param name="Summary">Its description.</param>
/// <param name="Members">Its members, in the API's order.</param>
/// <param name="Token">For a request, the member by which the service recognizes that it's sent twice.</param>
internal sealed record StructureSpec(
    ServiceSpec Service, string Name, string Summary, EquatableList<MemberSpec> Members, MemberSpec? Token);

/// <summary>One member of a structure.</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Summary">Its description.</param>
/// <param name="IsRequired">Whether the API refuses a request without it.</param>
/// <param name="IsToken">Whether a client may create the value, so that the service recognizes a request that is sent twice.</param>
/// <param name="IsSensitive">Whether it's a secret.</param>
/// <param name="Completer">The completer of the parameter that sets it, without "Completer"; null if it has none.</param>
internal sealed record MemberSpec(
    string Name, TypeSpec Type, string Summary, bool IsRequired, bool IsToken, bool IsSensitive, string? Completer)
{
    public string PropertyName { get; } = Names.Pascal(Name);
}

/// <summary>One enum of an API, with the values that the API names.</summary>
internal sealed record EnumSpec(ServiceSpec Service, string Name, string Summary, EquatableList<string> Values);
