using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcsTools.Model;
using EcsTools.Tests.Cmdlets;
using EcsTools.Tests.Fuzz;
using EcsTools.Tests.Local;

namespace EcsTools.Tests.Coverage;

/// <summary>Every member of every answer is filled by the local ECS, or docs/local.md has the reason.</summary>
public sealed partial class MembersPageTests
{
    private const string Begin = "<!-- members -->\n", End = "<!-- end of members -->";

    private static readonly string Page = EcsPrompt.Metadata("Repository") + "docs/local.md";

    /// <summary>With ECSTOOLS_UPDATE_GOLDEN=1 the table is written again.</summary>
    [Fact]
    public async Task Members_that_are_never_filled_have_a_reason()
    {
        var filled = await Filled();
        var requests = Reached(Operations.All.Select(operation => operation.Request)).Select(member => member.Owner).ToHashSet();
        var never = Reached(Operations.All.Select(operation => operation.Response)).Where(member => !requests.Contains(member.Owner) && !filled.Contains(member)).Order().ToList();
        List<string> wrong =
        [
            .. never.Where(member => Unfilled.Reason(member) is null).Select(member => $"{member.Owner}.{member.Member} is never filled, and has no reason"),
            .. Unfilled.Members.Where(member => !never.Contains(member)).Select(member => $"{member.Owner}.{member.Member} is filled, and needs no reason"),
        ];
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        var rows = never.GroupBy(member => (member.Owner, Reason: Unfilled.Reason(member))).Select(group => $"| `{group.Key.Owner}` | {string.Join(", ", group.Select(member => $"`{member.Member}`"))} | {group.Key.Reason} |\n");
        var made = $"\n| structure | members | reason |\n|---|---|---|\n{string.Concat(rows)}\n";
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ECSTOOLS_UPDATE_GOLDEN") == "1") File.WriteAllText(Page, page = page[..from] + made + page[to..]);
        Assert.Equal(made, page[from..page.IndexOf(End, StringComparison.Ordinal)]);
    }

    /// <summary>The members that answers of the tour have.</summary>
    private static async Task<HashSet<(string Owner, string Member)>> Filled()
    {
        var filled = new HashSet<(string, string)>();
        using var ecs = new LocalEcs();
        var arns = new KnownArns();
        List<string> refused = [];
        var hook = "";
        foreach (var (what, body) in Tour.Steps)
        {
            if (int.TryParse(what, out var seconds))
            {
                ecs.Advance(seconds);
                continue;
            }

            var (_, answer) = await ecs.Try(what, arns.Resolve(body).Replace("«hook»", hook, StringComparison.Ordinal));
            arns.Learn(answer.ToJsonString());
            if (Hook().Match(answer.ToJsonString()) is { Success: true } paused) hook = paused.Value;
            if (answer["__type"] is null) Look(answer, Operations.All.First(operation => operation.Name == what).Response);
            else refused.Add($"{what} {body}: {answer.ToJsonString()}");
        }

        Assert.True(refused.Count == 0, string.Join('\n', refused));
        return filled;

        void Look(JsonNode? node, StructureShape shape)
        {
            foreach (var member in shape.Members)
            {
                if (node?[member.WireName] is not { } value) continue;
                filled.Add((shape.Name, member.WireName));
                if (member.Value.Kind == ValueKind.Structure) Look(value, member.Value.Structure);
                if (member.Value.Element is { Kind: ValueKind.Structure } element && value is JsonArray items) foreach (var item in items) Look(item, element.Structure);
            }
        }
    }

    [GeneratedRegex("ecs-pause-[A-Za-z0-9_-]+")]
    private static partial Regex Hook();

    /// <summary>All members of structures and of what is in them.</summary>
    private static HashSet<(string Owner, string Member)> Reached(IEnumerable<StructureShape> roots)
    {
        var reached = new HashSet<(string, string)>();
        foreach (var root in roots) Visit(root);
        return reached;

        void Visit(StructureShape shape)
        {
            foreach (var member in shape.Members.Where(member => reached.Add((shape.Name, member.WireName))))
            {
                if (member.Value.Kind == ValueKind.Structure) Visit(member.Value.Structure);
                if (member.Value.Element is { Kind: ValueKind.Structure } element) Visit(element.Structure);
            }
        }
    }
}
