using System.Collections.ObjectModel;
using System.Management.Automation;

namespace EcsTools.Docs;

/// <summary>The description of a parameter: its help message, and the facts of its type.</summary>
internal static class Descriptions
{
    private static readonly ReadOnlyDictionary<string, string> OfTheEngine = new(new Dictionary<string, string>
    {
        ["WhatIf"] = "Shows what the cmdlet would do, and changes nothing.",
        ["Confirm"] = "Prompts for confirmation before each change.",
        ["First"] = "Returns only the first objects of this number, and then stops requesting more from ECS.",
        ["Skip"] = "Skips the first objects of this number.",
        ["IncludeTotalCount"] = "Returns the total number of objects first, if it's known.",
    });

    public static string Of(ParameterMetadata parameter, string help)
    {
        if (OfTheEngine.TryGetValue(parameter.Name, out var known) && help.Length == 0) return known;
        return string.Join(' ', new[] { help, Values(parameter), Structure(parameter) }.Where(part => part.Length > 0));
    }

    private static string Values(ParameterMetadata parameter) =>
        Attribute(parameter, "ValuesAttribute") is { } attribute && Property(attribute, "Values") is IReadOnlyList<string> values
            ? $"Valid values: {Listed(values)}."
            : "";

    private static string Structure(ParameterMetadata parameter) =>
        Attribute(parameter, "StructureAttribute") is { } attribute && Property(attribute, "Type") is Type type
            ? $"A [{type}], or a hashtable, object or JSON of its members: {Listed([.. type.GetProperties().Where(p => p.CanWrite).Select(p => Camel(p.Name))])}."
            : "";

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static Attribute? Attribute(ParameterMetadata parameter, string type) =>
        parameter.Attributes.FirstOrDefault(a => a.GetType().Name == type);

    private static object? Property(Attribute attribute, string name) => attribute.GetType().GetProperty(name)?.GetValue(attribute);
}
