using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace EcsTools.Binding;

/// <summary>A parameter of a cmdlet, as far as objects and rows on the pipeline are concerned.</summary>
internal sealed class CmdletParameter
{
    private readonly Attribute[] attributes; // read once: reading them takes longer than most of what a cmdlet does with them
    private readonly ParameterAttribute[] uses;

    public CmdletParameter(PropertyInfo property)
    {
        Property = property;
        attributes = Attribute.GetCustomAttributes(property);
        uses = [.. All<ParameterAttribute>()];
        AllNames = [Name, .. First<AliasAttribute>()?.AliasNames ?? []];
        Thing = First<IdentityAttribute>()?.Thing;
        IsTarget = Name != "InputObject"
            && Array.Exists(uses, use => use is { ValueFromPipeline: true, Mandatory: false } or { ValueFromPipeline: true, Position: 0 });
    }

    public string Name => Property.Name;

    public PropertyInfo Property { get; }

    /// <summary>The name and the aliases.</summary>
    public IReadOnlyList<string> AllNames { get; }

    /// <summary>The kind of resource that it identifies; null for other parameters.</summary>
    public string? Thing { get; }

    /// <summary>Whether it is what the cmdlet acts on, or lists.</summary>
    public bool IsTarget { get; }

    /// <summary>Whether it is mandatory in any parameter set.</summary>
    public bool IsMandatoryAnywhere => uses.Any(use => use.Mandatory);

    /// <summary>Whether a column of its name sets it.</summary>
    public bool IsColumn => uses.Any(use => use.ValueFromPipelineByPropertyName || use.ValueFromPipeline);

    /// <summary>The attributes of a type.</summary>
    public IEnumerable<T> All<T>()
        where T : Attribute => attributes.OfType<T>();

    /// <summary>The attribute of a type; null if it has none.</summary>
    public T? First<T>()
        where T : Attribute => All<T>().FirstOrDefault();

    public bool IsMandatory(string set) =>
        uses.Any(use => use.Mandatory && (use.ParameterSetName == set || use.ParameterSetName == ParameterAttribute.AllParameterSets));

    /// <summary>Whether it takes the word at a position, counted from 0.</summary>
    public bool IsAt(int position) => uses.Any(use => use.Position == position);

    public bool IsIn(string set) =>
        uses.Any(use => use.ParameterSetName == set || use.ParameterSetName == ParameterAttribute.AllParameterSets);
}

/// <summary>The parameters of a cmdlet. Read once for each class of cmdlets.</summary>
internal sealed class CmdletParameters
{
    private static readonly ConcurrentDictionary<Type, CmdletParameters> Known = new();

    private readonly Dictionary<string, CmdletParameter> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, IReadOnlyList<CmdletParameter>> mandatory = new();
    private readonly Lazy<object> fresh;

    private CmdletParameters(Type cmdlet)
    {
        var attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        (Verb, Noun) = (attribute.VerbName, attribute.NounName);
        fresh = new(() => Activator.CreateInstance(cmdlet)!);
        All = [.. cmdlet
            .GetProperties()
            .Where(property => property.IsDefined(typeof(ParameterAttribute)))
            .Select(property => new CmdletParameter(property))];
        foreach (var parameter in All)
        {
            foreach (var name in parameter.AllNames) byName[name] = parameter;
        }

        Names = All.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Identities = [.. All.Where(parameter => parameter.Thing is not null)];
        Target = All.FirstOrDefault(parameter => parameter.IsTarget);
        Cluster = Identities.FirstOrDefault(parameter => parameter.Thing == "Cluster" && !parameter.IsTarget);
    }

    public string Verb { get; }

    public string Noun { get; }

    /// <summary>Whether the target is the name of something new, which no object names.</summary>
    public bool NamesNew =>
        Verb is "New" or "Register" && Target is { Thing: { } thing } target && target.Property.PropertyType == typeof(string)
            && (thing == "Family" || Noun.EndsWith(thing, StringComparison.Ordinal));

    /// <summary>
    /// Whether a piped object can identify the target. A resource to delete must be the object itself; a cluster or a gateway isn't changed
    /// because something in it was piped.
    /// </summary>
    public bool Takes(Kind kind, bool isSelf) => Verb switch
    {
        "Remove" or "Unregister" =>
            Target!.Thing == "Resource" || Noun == "Ecs" + kind.Name
                || (kind.Own is not null && kind.References is [var itself, ..] && itself.Thing == Target.Thing),
        "Update" or "Set" or "Add" => isSelf || Target!.Thing is not ("Cluster" or "Gateway"),
        _ => true,
    };

    public IReadOnlyList<CmdletParameter> All { get; }

    /// <summary>The names, without aliases.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>The parameters that name resources.</summary>
    public IReadOnlyList<CmdletParameter> Identities { get; }

    /// <summary>The resource type that the cmdlet acts on or lists.</summary>
    public CmdletParameter? Target { get; }

    /// <summary>The cluster that the resources live in; null where it is the target itself, or there is none.</summary>
    public CmdletParameter? Cluster { get; }

    public static CmdletParameters Of(Type cmdlet) => Known.GetOrAdd(cmdlet, type => new(type));

    public CmdletParameter? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The parameters that are mandatory in a parameter set.</summary>
    public IReadOnlyList<CmdletParameter> Mandatory(string set) =>
        mandatory.GetOrAdd(set, name => [.. All.Where(parameter => parameter.IsMandatory(name))]);

    /// <summary>The value of an omitted parameter.</summary>
    public object? Default(CmdletParameter parameter) => parameter.Property.GetValue(fresh.Value);
}
