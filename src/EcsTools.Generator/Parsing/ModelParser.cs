using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcsTools.Generator.Specs;
using EcsTools.Text;

namespace EcsTools.Generator.Parsing;

/// <summary>Parses a model file, and reports for each wrong entry which one it is and what is wrong with it.</summary>
internal sealed class ModelParser
{
    private static readonly Dictionary<string, TypeKind> Scalars = new()
    {
        ["string"] = TypeKind.String,
        ["integer"] = TypeKind.Integer,
        ["long"] = TypeKind.Long,
        ["double"] = TypeKind.Double,
        ["boolean"] = TypeKind.Boolean,
        ["timestamp"] = TypeKind.Timestamp,
        ["document"] = TypeKind.Document,
    };

    private readonly Descriptions descriptions;
    private readonly List<ModelProblem> problems;
    private readonly Dictionary<string, EquatableList<string>> enums = [];
    private readonly Dictionary<string, List<MemberSpec>> structures = [];
    private ServiceSpec service = ServiceSpec.Ecs;

    private ModelParser(Descriptions descriptions, List<ModelProblem> problems) =>
        (this.descriptions, this.problems) = (descriptions, problems);

    /// <summary>The model of a file's text. Wrong entries are left out of it and added to the problems.</summary>
    public static ModelSpec Parse(string json, Descriptions descriptions, List<ModelProblem> problems)
    {
        var parser = new ModelParser(descriptions, problems);
        var operations = JsonReader.Read(json, problems) is { } root ? parser.Parse(root) : [];
        return new(
            parser.service,
            operations.ToEquatableList(),
            parser.structures.Select(structure => parser.Structure(structure.Key, structure.Value, operations)).ToEquatableList(),
            parser.enums
                .Select(values => new EnumSpec(parser.service, values.Key, descriptions.Enum(values.Key), values.Value))
                .ToEquatableList(),
            new([]));
    }

    private List<OperationSpec> Parse(JsonValue root)
    {
        if (root.Member("service") is { } entry) service = ParseService(entry);
        var all = Section(root, "structures");
        foreach (var values in Section(root, "enums")) enums[values.Name] = values.Children.Select(value => value.Text).ToEquatableList();
        foreach (var structure in all) structures[structure.Name] = []; // all names first: they refer to each other
        foreach (var structure in all)
            structures[structure.Name].AddRange(structure.Children.Select(member => ParseMember(structure, member)).OfType<MemberSpec>());
        return [.. Section(root, "operations").Select(ParseOperation).OfType<OperationSpec>()];
    }

    private ServiceSpec ParseService(JsonValue entry)
    {
        foreach (var missing in new[] { "id", "host", "targetPrefix" }.Where(name => Text(entry, name).Length == 0))
            Wrong(entry, $"has no {missing}");
        return new(
            Text(entry, "id"), Text(entry, "host"), Text(entry, "targetPrefix"), IsSet(entry, "fipsInGovCloud"), Text(entry, "namespace"));
    }

    private IReadOnlyList<JsonValue> Section(JsonValue root, string name)
    {
        var section = root.Member(name);
        if (section is null) problems.Add(new(name, "the section is missing", root.Position));
        return section?.Children ?? [];
    }

    private StructureSpec Structure(string name, List<MemberSpec> members, List<OperationSpec> operations)
    {
        // the name isn't sufficient: MemoryMiBRequest is part of a request
        var sending = operations.Find(operation => operation.Input == name);
        var answering = operations.Find(operation => operation.Output == name);
        var summary = sending is not null ? $"The request of {sending.Name}. {sending.Summary}"
            : answering is not null ? $"The response of {answering.Name}."
            : descriptions.Structure(name);
        return new(service, name, summary, members.ToEquatableList(), sending is null ? null : members.Find(member => member.IsToken));
    }

    private MemberSpec? ParseMember(JsonValue structure, JsonValue entry)
    {
        if (ParseType(Text(entry, "type"), entry) is not { } type) return null;
        // ECS marks few of its client tokens; the others have the same purpose
        var isToken = IsSet(entry, "token") || entry.Name == "clientToken";
        var completer = Text(entry, "completer") is { Length: > 0 } name ? name : null;
        return new(
            entry.Name,
            type,
            descriptions.Member(structure.Name, entry.Name),
            IsSet(entry, "required"),
            isToken,
            IsSet(entry, "sensitive"),
            completer);
    }

    private TypeSpec? ParseType(string text, JsonValue member)
    {
        if (text.Length == 0) return Wrong<TypeSpec>(member, "has no type");
        if (text[0] is '[' or '{')
        {
            if (text[text.Length - 1] != (text[0] == '[' ? ']' : '}')) return Wrong<TypeSpec>(member, $"the type '{text}' is not closed");
            var element = ParseType(text.Substring(1, text.Length - 2), member);
            return element is null ? null : new(text[0] == '[' ? TypeKind.List : TypeKind.Map, service.Namespace, Element: element);
        }

        if (Scalars.TryGetValue(text, out var scalar)) return new(scalar, service.Namespace);
        if (structures.ContainsKey(text)) return new(TypeKind.Structure, service.Namespace, text);
        if (enums.ContainsKey(text)) return new(TypeKind.Enum, service.Namespace, text);
        return Wrong<TypeSpec>(
            member, $"unknown type '{text}'{Spelling.Hint(text, Scalars.Keys.Concat(structures.Keys).Concat(enums.Keys))}");
    }

    private OperationSpec? ParseOperation(JsonValue entry)
    {
        var input = ParseStructureName(entry, "input");
        var output = ParseStructureName(entry, "output");
        if (input is null || output is null) return null;
        var errors = (entry.Member("errors")?.Children ?? []).Select(error => error.Text).ToEquatableList();
        var paginator = entry.Member("paginator") is { } pages ? ParsePaginator(pages, input, output) : null;
        return new(entry.Name, descriptions.Operation(entry.Name), input, output, errors, paginator, ParseBatchSize(entry));
    }

    private int ParseBatchSize(JsonValue operation)
    {
        if (operation.Member("batchSize") is not { } entry) return 1;
        if (int.TryParse(entry.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 1) return size;
        Wrong(entry, "is not a number from 2");
        return 1;
    }

    private string? ParseStructureName(JsonValue operation, string member)
    {
        var name = Text(operation, member);
        return structures.ContainsKey(name)
            ? name
            : Wrong<string>(operation.Member(member) ?? operation, $"unknown {member} '{name}'{Spelling.Hint(name, structures.Keys)}");
    }

    private PaginatorSpec? ParsePaginator(JsonValue entry, string input, string output)
    {
        var token = FindMember(entry, "token", Text(entry, "token"), input);
        var limit = FindMember(entry, "limit", Text(entry, "limit"), input);
        var items = ParseItems(entry, output);
        if (token is null || limit is null || items.Count == 0 || FindMember(entry, "token", Text(entry, "token"), output) is null)
            return null;
        var paginator = new PaginatorSpec(token, limit, items.ToEquatableList());
        return paginator.Items.Type.Kind == TypeKind.List
            ? paginator
            : Wrong<PaginatorSpec>(entry, $"'{paginator.Items.Name}' is not a list");
    }

    /// <summary>
    /// The members on the way to the items, as in <c>gatewayResources.resources.hostSharedAlb</c>; none after a problem was noted.
    /// </summary>
    private List<MemberSpec> ParseItems(JsonValue paginator, string output)
    {
        var path = new List<MemberSpec>();
        var structure = output;
        foreach (var name in Text(paginator, "items").Split('.'))
        {
            if (!structures.ContainsKey(structure) || FindMember(paginator, "items", name, structure) is not { } member) return [];
            path.Add(member);
            structure = member.Type.Name ?? "";
        }

        return path;
    }

    private MemberSpec? FindMember(JsonValue paginator, string entry, string name, string structure)
    {
        var members = structures[structure];
        return members.Find(member => member.Name == name) ?? Wrong<MemberSpec>(
            paginator, $"{structure} has no {entry} '{name}'{Spelling.Hint(name, members.Select(member => member.Name))}");
    }

    private static string Text(JsonValue entry, string member) => entry.Member(member)?.Text ?? "";

    private static bool IsSet(JsonValue entry, string member) => Text(entry, member) == "true";

    private void Wrong(JsonValue entry, string problem) => problems.Add(new(entry.Path, problem, entry.Position));

    private T? Wrong<T>(JsonValue entry, string problem)
        where T : class
    {
        Wrong(entry, problem);
        return null;
    }
}
