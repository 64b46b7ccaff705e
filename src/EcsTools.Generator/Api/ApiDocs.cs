using System.Collections.Generic;
using System.Linq;

namespace EcsTools.Generator.Api;

/// <summary>Our own words about the API: ecs.docs.json.</summary>
internal sealed class ApiDocs
{
    private readonly Dictionary<string, Dictionary<string, string>> sections;

    private ApiDocs(Dictionary<string, Dictionary<string, string>> sections) => this.sections = sections;

    public static ApiDocs Empty { get; } = new([]);

    public static ApiDocs Read(JsonValue root) => new(root.Children.ToDictionary(
        s => s.Name,
        s => s.Children.ToDictionary(e => e.Name, e => e.Text)));

    public string Operation(string name) => Find("operations", name) ?? $"The operation {name}.";

    public string Structure(string name) => Find("structures", name) ?? $"The structure {name}.";

    public string Enum(string name) => Find("enums", name) ?? $"The values of {name}.";

    public string Member(string structure, string member) =>
        Find("own", $"{structure}.{member}") ?? Find("members", member) ?? $"The member {member}.";

    private string? Find(string section, string name) =>
        sections.TryGetValue(section, out var texts) && texts.TryGetValue(name, out var text) ? text : null;
}
