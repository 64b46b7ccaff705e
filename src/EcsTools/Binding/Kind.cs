namespace EcsTools.Binding;

/// <summary>A type of ours, and the resources that its objects name. The one table of them is <see cref="Kinds"/>.</summary>
/// <param name="name">The type, as people call it.</param>
/// <param name="type">The class.</param>
/// <param name="own">The member that only this type's own ARN is in; null for a type without one.</param>
internal sealed class Kind(string name, Type type, string? own = null)
{
    private readonly List<Reference> references = [];

    /// <summary>The type, as people call it.</summary>
    public string Name => name;

    /// <summary>The class.</summary>
    public Type Type => type;

    /// <summary>The member that holds the object's own ARN.</summary>
    public string? Own => own;

    /// <summary>The resources that the objects name, the object itself first.</summary>
    public IReadOnlyList<Reference> References => references;

    /// <summary>The names of all properties, which a copy of an object has too.</summary>
    public IReadOnlySet<string> Members { get; } = type
        .GetProperties()
        .Select(property => property.Name)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The object's own identity, by which a list can be filtered. Members are tried in turn, as in <c>ServiceArn|ServiceName</c>.
    /// </summary>
    public Kind Is(string thing, string members, string? absent = null) => Add(thing, isSelf: true, piped => piped.First(members), absent);

    /// <inheritdoc cref="Is(string, string, string?)"/>
    public Kind Is(string thing, Func<PipedObject, object?> value, string? absent = null) => Add(thing, isSelf: true, value, absent);

    /// <summary>Another resource that the object names.</summary>
    public Kind Names(string thing, string members, string? absent = null) =>
        Add(thing, isSelf: false, piped => piped.First(members), absent);

    /// <inheritdoc cref="Names(string, string, string?)"/>
    public Kind Names(string thing, Func<PipedObject, object?> value, string? absent = null) => Add(thing, isSelf: false, value, absent);

    /// <summary>How the objects name a resource; null if they do not.</summary>
    public Reference? Find(string thing) => references.Find(reference => reference.Thing == thing);

    private Kind Add(string thing, bool isSelf, Func<PipedObject, object?> value, string? absent)
    {
        references.Add(new Reference(thing, isSelf, value, absent));
        return this;
    }
}

/// <summary>How objects of a kind name a resource.</summary>
/// <param name="Thing">The kind of resource, as parameters have it: Service, Task, …</param>
/// <param name="IsSelf">Whether the object is that resource, so that lists can be narrowed to it.</param>
/// <param name="Value">The name or ARN, or several; null if the object has none.</param>
/// <param name="Absent">Why an object can be without it.</param>
internal sealed record Reference(string Thing, bool IsSelf, Func<PipedObject, object?> Value, string? Absent);
