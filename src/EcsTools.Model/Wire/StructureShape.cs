namespace EcsTools.Model;

/// <summary>The members of a structure, for code that handles any structure: binding, comparing, hiding secrets.</summary>
public sealed class StructureShape
{
    private readonly Dictionary<string, MemberShape> byName;

    /// <summary>Describes a structure.</summary>
    internal StructureShape(string name, Type type, Func<object> create, params MemberShape[] members)
    {
        Name = name;
        Type = type;
        Create = create;
        Members = members;
        byName = new Dictionary<string, MemberShape>(members.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var member in members) byName[member.WireName] = member;
    }

    /// <summary>The structure's name in the API.</summary>
    public string Name { get; }

    /// <summary>The class made for it.</summary>
    public Type Type { get; }

    /// <summary>Creates an empty structure.</summary>
    public Func<object> Create { get; }

    /// <summary>The members in the API's order.</summary>
    public IReadOnlyList<MemberShape> Members { get; }

    /// <summary>The member of that name, in any case; null when there is none.</summary>
    public MemberShape? Find(string name) => byName.GetValueOrDefault(name);
}

/// <summary>One member of a structure.</summary>
public sealed class MemberShape
{
    private readonly int number;
    private readonly Type owner;

    internal MemberShape(
        int number, string wireName, Type owner, string propertyName, ValueShape value, bool isRequired = false, bool isSensitive = false)
    {
        (this.number, this.owner) = (number, owner);
        (WireName, PropertyName, Value, IsRequired, IsSensitive) = (wireName, propertyName, value, isRequired, isSensitive);
    }

    /// <summary>The name on the wire.</summary>
    public string WireName { get; }

    /// <summary>The name of the property.</summary>
    public string PropertyName { get; }

    /// <summary>The value of the member.</summary>
    public ValueShape Value { get; }

    /// <summary>Whether the API refuses a request without it.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether it is a secret, never to be shown or logged.</summary>
    public bool IsSensitive { get; }

    /// <summary>The member's value in a structure; null when it is not set.</summary>
    public object? Get(object structure) => Owner(structure).GetMember(number);

    /// <summary>Sets the member's value in a structure.</summary>
    public void Set(object structure, object? newValue) => Owner(structure).SetMember(number, newValue);

    private Structure Owner(object structure) => structure.GetType() == owner
        ? (Structure)structure
        : throw new ArgumentException($"{owner.Name}.{PropertyName} is no member of a {structure.GetType().Name}.", nameof(structure));
}
