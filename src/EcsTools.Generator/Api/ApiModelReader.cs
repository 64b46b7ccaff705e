using System.Collections.Generic;
using System.Linq;
using EcsTools.Text;

namespace EcsTools.Generator.Api;

/// <summary>Reads a model file, and reports each wrong entry with its place and problem.</summary>
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
        if (JsonReader.Read(json, reader.problems) is { } root) reader.Read(root);
        return (reader.model, reader.problems);
    }

    private void Read(JsonValue root)
    {
        if (root.Member("service") is { } service) model.Service = ReadService(service);
        var structures = Section(root, "structures");
        foreach (var entry in Section(root, "enums")) model.Enums[entry.Name] = [.. entry.Children.Select(v => v.Text)];
        foreach (var entry in structures) model.Structures[entry.Name] = new ApiStructure(entry.Name); // all names first: they refer to each other
        foreach (var entry in structures) ReadMembers(model.Structures[entry.Name], entry);
        foreach (var entry in Section(root, "operations")) ReadOperation(entry);
    }

    private ApiService ReadService(JsonValue entry)
    {
        foreach (var missing in new[] { "id", "host", "targetPrefix" }.Where(name => Text(name).Length == 0)) problems.Add(new ApiProblem(entry.Path, $"has no {missing}", entry.Position));
        return new ApiService(Text("id"), Text("host"), Text("targetPrefix"), Flag(entry, "fipsInGovCloud"), Text("namespace"));

        string Text(string name) => entry.Member(name)?.Text ?? "";
    }

    private IReadOnlyList<JsonValue> Section(JsonValue root, string name)
    {
        var section = root.Member(name);
        if (section is null) problems.Add(new ApiProblem(name, "the section is missing", root.Position));
        return section?.Children ?? [];
    }

    private void ReadMembers(ApiStructure structure, JsonValue entry)
    {
        foreach (var member in entry.Children)
        {
            if (ReadType(member.Member("type")?.Text ?? "", member) is not { } type) continue;
            structure.Members.Add(new ApiMember(member.Name, type, Flag(member, "required"), Flag(member, "token"), Flag(member, "sensitive")));
        }
    }

    private static bool Flag(JsonValue member, string name) => member.Member(name)?.Text == "true";

    private ApiType? ReadType(string text, JsonValue member)
    {
        if (text.Length == 0) return Wrong(member, "has no type");
        if (text[0] is '[' or '{')
        {
            if (text[text.Length - 1] != (text[0] == '[' ? ']' : '}')) return Wrong(member, $"the type '{text}' is not closed");
            var element = ReadType(text.Substring(1, text.Length - 2), member);
            return element is null ? null : new ApiType(text[0] == '[' ? ApiKind.List : ApiKind.Map, model.Service, element: element);
        }

        if (Scalars.TryGetValue(text, out var scalar)) return new ApiType(scalar, model.Service);
        if (model.Structures.ContainsKey(text)) return new ApiType(ApiKind.Structure, model.Service, text);
        if (model.Enums.ContainsKey(text)) return new ApiType(ApiKind.Enum, model.Service, text);
        return Wrong(member, $"unknown type '{text}'{Spelling.Hint(text, Scalars.Keys.Concat(model.Structures.Keys).Concat(model.Enums.Keys))}");
    }

    private void ReadOperation(JsonValue entry)
    {
        var input = ReadStructureName(entry, "input");
        var output = ReadStructureName(entry, "output");
        if (input is null || output is null) return;
        var errors = entry.Member("errors")?.Children.Select(e => e.Text).ToList() ?? [];
        var paginator = entry.Member("paginator") is { } pages ? ReadPaginator(pages, input, output) : null;
        model.Operations[entry.Name] = new ApiOperation(entry.Name, input.Name, output.Name, errors, paginator);
    }

    private ApiStructure? ReadStructureName(JsonValue operation, string member)
    {
        var entry = operation.Member(member);
        var name = entry?.Text ?? "";
        if (model.Structures.TryGetValue(name, out var structure)) return structure;
        Wrong(entry ?? operation, $"unknown {member} '{name}'{Spelling.Hint(name, model.Structures.Keys)}");
        return null;
    }

    private ApiPaginator? ReadPaginator(JsonValue entry, ApiStructure input, ApiStructure output)
    {
        var token = ReadMember(entry, "token", input);
        var limit = ReadMember(entry, "limit", input);
        var items = ReadItems(entry, output);
        if (token is null || limit is null || items.Count == 0 || ReadMember(entry, "token", output) is null) return null;
        var paginator = new ApiPaginator(token, limit, items);
        if (paginator.Items.Type.Kind == ApiKind.List) return paginator;
        Wrong(entry, $"'{paginator.Items.Name}' is not a list");
        return null;
    }

    /// <summary>The members on the way to the items, as in <c>gatewayResources.resources.hostSharedAlb</c>; none after a problem was noted.</summary>
    private List<ApiMember> ReadItems(JsonValue paginator, ApiStructure output)
    {
        var path = new List<ApiMember>();
        var structure = output;
        foreach (var name in (paginator.Member("items")?.Text ?? "").Split('.'))
        {
            if (structure is null || FindMember(paginator, "items", name, structure) is not { } member) return [];
            path.Add(member);
            model.Structures.TryGetValue(member.Type.Name ?? "", out structure);
        }

        return path;
    }

    private ApiMember? ReadMember(JsonValue paginator, string entry, ApiStructure structure) => FindMember(paginator, entry, paginator.Member(entry)?.Text ?? "", structure);

    private ApiMember? FindMember(JsonValue paginator, string entry, string name, ApiStructure structure)
    {
        var member = structure.Members.FirstOrDefault(m => m.Name == name);
        if (member is null) Wrong(paginator, $"{structure.Name} has no {entry} '{name}'{Spelling.Hint(name, structure.Members.Select(m => m.Name))}");
        return member;
    }

    private ApiType? Wrong(JsonValue entry, string problem)
    {
        problems.Add(new ApiProblem(entry.Path, problem, entry.Position));
        return null;
    }
}

/// <summary>The problem of an entry in a model file, and the place of the entry.</summary>
internal readonly record struct ApiProblem(string Entry, string Problem, int Position);
