using System.Collections.Generic;
using System.Linq;

namespace EcsTools.Generator.Parsing;

/// <summary>Our own words about the API: ecs.docs.json.</summary>
internal sealed class Descriptions
{
    private readonly Dictionary<string, Dictionary<string, string>> sections;
    private readonly bool isSilent;

    private Descriptions(Dictionary<string, Dictionary<string, string>> sections, bool isSilent = false) =>
        (this.sections, this.isSilent) = (sections, isSilent);

    public static Descriptions Empty { get; } = new([]);

    /// <summary>For the module's own types, which no user sees.</summary>
    public static Descriptions None { get; } = new([], isSilent: true);

    public static Descriptions Read(JsonValue root) => new(root.Children.ToDictionary(
        s => s.Name,
        s => s.Children.ToDictionary(e => e.Name, e => e.Text)));

    public string Operation(string name) => Find("operations", name) ?? Fallback($"The operation {name}.");

    public string Structure(string name) => Find("structures", name) ?? Fallback($"The structure {name}.");

    public string Enum(string name) => Find("enums", name) ?? Fallback($"The values of {name}.");

    public string Member(string structure, string member) =>
        Find("own", $"{structure}.{member}") ?? Find("members", member) ?? Fallback($"The member {member}.");

    private string Fallback(string text) => isSilent ? "" : text;

    private string? Find(string section, string name) =>
        sections.TryGetValue(section, out var texts) && texts.TryGetValue(name, out var text) ? text : null;
}
