using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>Finds out what an object is, in whatever form it came.</summary>
internal static class KindFinder
{
    private static readonly string[] CopyPrefixes = ["Selected.", "Deserialized."];
    private static readonly string[] Namespaces = [
        "EcsTools.Model.", "EcsTools.Capacity.", "EcsTools.Forecast.Placement.", "EcsTools.Forecast.Rehearsals.", "EcsTools.Local.",
        "EcsTools.Logs.", "EcsTools.Sessions.", "Amazon.ECS.Model.",
    ];

    private static readonly ConcurrentDictionary<Type, Kind> ByType = new(Kinds.All.ToDictionary(kind => kind.Type));
    private static readonly Dictionary<string, Kind> ByName = Kinds.All.ToDictionary(kind => kind.Type.Name);
    private static readonly HashSet<string> OwnArns = Kinds.All
        .Select(kind => kind.Own)
        .OfType<string>()
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The API's structures that name no resource, by all their properties, so that a copy of one isn't taken for a row.</summary>
    private static readonly Lazy<Kind[]> Others = new(() => [.. typeof(IStructure).Assembly.GetExportedTypes()
        .Where(type =>
            type.IsAssignableTo(typeof(IStructure)) && !ByType.ContainsKey(type)
                && !type.Name.EndsWith("Request", StringComparison.Ordinal) && !type.Name.EndsWith("Response", StringComparison.Ordinal))
        .Select(type => new Kind(type.Name, type)).Where(kind => kind.Members.Count > 4)]);

    /// <summary>The object as one of ours; null if it is none.</summary>
    /// <param name="value">The object.</param>
    /// <param name="parameters">The names of the cmdlet's parameters: a column of that name is for the parameter.</param>
    public static PipedObject? Find(PSObject value, IReadOnlySet<string> parameters)
    {
        var kind = value.BaseObject is IStructure structure
            ? ByType.GetOrAdd(structure.GetType(), type => new Kind(structure.GetShape().Name, type))
            : ByType.GetValueOrDefault(value.BaseObject.GetType()) ?? Named(value) ?? Similar(value, parameters);
        return kind is null ? null : new PipedObject(kind, value);
    }

    /// <summary>A copy whose type name has the original type. A copy without identifying members is treated as a row.</summary>
    private static Kind? Named(PSObject value)
    {
        foreach (var typeName in value.TypeNames)
        {
            var name = WithoutPrefixes(typeName);
            if (Array.Find(Namespaces, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is not { } found) continue;
            var kind = ByName.GetValueOrDefault(name[found.Length..]) ?? new Kind(name[found.Length..], typeof(object));
            return kind.References.Count == 0 || kind.References.Any(reference => reference.Value(new PipedObject(kind, value)) is not null)
                ? kind
                : null;
        }

        return null;
    }

    private static string WithoutPrefixes(string typeName)
    {
        while (Array.Find(CopyPrefixes, prefix => typeName.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
            typeName = typeName[prefix.Length..];
        return typeName;
    }

    /// <summary>
    /// An object that has the properties of one of ours: JSON, CSV, or a class of another library. An ARN or a status, which only ECS
    /// writes, distinguishes it from a row.
    /// </summary>
    private static Kind? Similar(PSObject value, IReadOnlySet<string> parameters)
    {
        var names = value.Properties.Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var arns = names.Where(name => OwnArns.Contains(name) && !parameters.Contains(name) && IsArn(value, name)).ToList();
        var hasStatus = names.Any(name => name is "Status" or "LastStatus" && !parameters.Contains(name) && HasText(value, name));
        return Kinds.All.Where(kind => IsLike(kind, value, names, arns, hasStatus))
            .OrderByDescending(kind => kind.Members.Count(names.Contains)).ThenBy(kind => kind.Members.Count).FirstOrDefault()
            ?? Array.Find(Others.Value, kind => kind.Members.Count <= names.Count && kind.Members.All(names.Contains));
    }

    private static bool IsLike(Kind kind, PSObject value, HashSet<string> names, List<string> arns, bool hasStatus)
    {
        if (!arns.TrueForAll(kind.Members.Contains)) return false;
        if (kind.Own is { } own && arns.Contains(own, StringComparer.OrdinalIgnoreCase)) return true;
        if (kind.Members.Count > 2 && kind.Members.All(names.Contains)) return true;
        if (kind.Members.Count == 1 && names.SetEquals(kind.Members)) return true; // {"Family":"web"} is all that there is of a family
        return hasStatus && kind.Own is not null && kind.Members.Contains("Status")
            && kind.References[0].Value(new PipedObject(kind, value)) is not null;
    }

    private static bool IsArn(PSObject value, string name) => EcsArn.TryParse(value.Properties[name].Value as string, out _);

    private static bool HasText(PSObject value, string name) => value.Properties[name].Value is string { Length: > 0 };
}
