using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using EcsTools.Text;

namespace EcsTools.Generator.Api;

/// <summary>Reads ecs.json and says of each wrong entry which one it is and what is wrong with it.</summary>
internal sealed class ApiModelReader
{
    private static readonly Dictionary<string, ApiKind> Scalars = new()
    {
        ["string"] = ApiKind.String,
        ["integer"] = ApiKind.Integer,
        ["long"] = ApiKind.Long,
        ["double"] = ApiKind.Double,
        ["boolean"] = ApiKind.Boolean,
        ["timestamp"] = ApiKind.Timestamp,
        ["document"] = ApiKind.Document,
    };

    private readonly ApiModel model = new();
    private readonly List<ApiProblem> problems = [];

    public static (ApiModel Model, IReadOnlyList<ApiProblem> Problems) Read(string json)
    {
        var reader = new ApiModelReader();
        if (JsonTree.Parse(json, reader.problems) is { } root) reader.Read(root);
        return (reader.model, reader.problems);
    }

    private void Read(XElement root)
    {
        var structures = Section(root, "structures").ToList();
        foreach (var entry in Section(root, "enums")) model.Enums[entry.Name.LocalName] = entry.Elements().Select(v => v.Value).ToList();
        foreach (var entry in structures) model.Structures[entry.Name.LocalName] = new ApiStructure(entry.Name.LocalName); // all names first: they refer to each other
        foreach (var entry in structures) ReadMembers(model.Structures[entry.Name.LocalName], entry);
        foreach (var entry in Section(root, "operations")) ReadOperation(entry);
    }

    private IEnumerable<XElement> Section(XElement root, string name)
    {
        var section = root.Element(name);
        if (section is null) problems.Add(new ApiProblem(name, "the section is missing"));
        return section?.Elements() ?? [];
    }

    private void ReadMembers(ApiStructure structure, XElement entry)
    {
        foreach (var member in entry.Elements())
        {
            var path = $"structures.{structure.Name}.{member.Name.LocalName}";
            if (ReadType((string?)member.Element("type") ?? "", path) is not { } type) continue;
            structure.Members.Add(new ApiMember(member.Name.LocalName, type, Flag(member, "required"), Flag(member, "token"), Flag(member, "sensitive")));
        }
    }

    private static bool Flag(XElement member, string name) => (string?)member.Element(name) == "true";

    private ApiType? ReadType(string text, string path)
    {
        if (text.Length == 0) return Wrong(path, "has no type");
        if (text[0] is '[' or '{')
        {
            if (text[text.Length - 1] != (text[0] == '[' ? ']' : '}')) return Wrong(path, $"the type '{text}' is not closed");
            var element = ReadType(text.Substring(1, text.Length - 2), path);
            return element is null ? null : new ApiType(text[0] == '[' ? ApiKind.List : ApiKind.Map, element: element);
        }

        if (Scalars.TryGetValue(text, out var scalar)) return new ApiType(scalar);
        if (model.Structures.ContainsKey(text)) return new ApiType(ApiKind.Structure, text);
        if (model.Enums.ContainsKey(text)) return new ApiType(ApiKind.Enum, text);
        return Wrong(path, $"unknown type '{text}'{Spelling.Hint(text, Scalars.Keys.Concat(model.Structures.Keys).Concat(model.Enums.Keys))}");
    }

    private void ReadOperation(XElement entry)
    {
        var name = entry.Name.LocalName;
        var input = ReadStructureName(entry, name, "input");
        var output = ReadStructureName(entry, name, "output");
        var errors = entry.Element("errors")?.Elements().Select(e => e.Value).ToList() ?? [];
        var items = (string?)entry.Element("paginator")?.Element("items");
        if (input is null || output is null) return;
        if (items is not null && !CanPage($"operations.{name}.paginator", input, output, items)) return;
        model.Operations[name] = new ApiOperation(name, input.Name, output.Name, errors, items);
    }

    /// <summary>The generated code asks every list for its pages in the same way.</summary>
    private bool CanPage(string path, ApiStructure input, ApiStructure output, string items)
    {
        var before = problems.Count;
        foreach (var (structure, member) in new[] { (input, "nextToken"), (input, "maxResults"), (output, "nextToken"), (output, items) })
        {
            var known = structure.Members.Select(m => m.Name).ToList();
            if (!known.Contains(member)) Wrong(path, $"{structure.Name} has no member '{member}'{Spelling.Hint(member, known)}");
        }

        if (output.Members.Any(m => m.Name == items && m.Type.Kind != ApiKind.List)) Wrong(path, $"'{items}' is not a list");
        return problems.Count == before;
    }

    private ApiStructure? ReadStructureName(XElement entry, string operation, string member)
    {
        var name = (string?)entry.Element(member) ?? "";
        if (model.Structures.TryGetValue(name, out var structure)) return structure;
        problems.Add(new ApiProblem($"operations.{operation}.{member}", $"unknown structure '{name}'{Spelling.Hint(name, model.Structures.Keys)}"));
        return null;
    }

    private ApiType? Wrong(string path, string problem)
    {
        problems.Add(new ApiProblem(path, problem));
        return null;
    }
}

/// <summary>What is wrong with an entry of a model file.</summary>
internal readonly record struct ApiProblem(string Entry, string Problem);
