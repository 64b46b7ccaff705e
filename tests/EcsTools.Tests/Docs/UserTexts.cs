using System.Text.Json;
using System.Text.RegularExpressions;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Docs;

/// <summary>A text that a user can read, and where it's written.</summary>
internal sealed partial record UserText(string Where, string Text)
{
    private static readonly string Repository = EcsPrompt.Metadata("Repository");
    private static readonly Lazy<List<UserText>> Every = new(() => [.. Pages(), .. Messages(), .. Descriptions()]);

    /// <summary>All of them: pages and topics, messages and help in the sources, descriptions of the API.</summary>
    public static IReadOnlyList<UserText> All => Every.Value;

    /// <summary>The lines of the pages, without code, syntax, and parameters, whose help is in the sources.</summary>
    public static IEnumerable<UserText> Pages() => new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }
        .Concat(Directory.GetFiles(Path.Combine(Repository, "docs"), "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository, file)).Order(StringComparer.Ordinal)).SelectMany(Lines);

    private static IEnumerable<UserText> Lines(string page)
    {
        var (isCode, section) = (false, "");
        foreach (var (index, line) in File.ReadLines(Path.Combine(Repository, page)).Index())
        {
            if (line == "<!-- rules -->") yield break; // The texts of ECS follow.
            if (line.StartsWith("```", StringComparison.Ordinal) || (line == "---" && (index == 0 || isCode))) isCode = !isCode;
            if (line.StartsWith("## ", StringComparison.Ordinal)) section = line[3..];
            if (isCode || section is "SYNTAX" or "PARAMETERS" || line.StartsWith("<!--", StringComparison.Ordinal)) continue;
            yield return new($"{page}:{index + 1}", Link().Replace(Code().Replace(line, "x"), "]"));
        }
    }

    /// <summary>String literals with three words or more. Handlers of the local ECS have the texts of ECS.</summary>
    private static IEnumerable<UserText> Messages() => new[] { "EcsTools", "EcsTools.Client", "EcsTools.Forecast", "EcsTools.Local", "EcsTools.Rules", "EcsTools.Show" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository, "src", project), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Generated().IsMatch(file))
        .SelectMany(file => File.ReadLines(file).Index().Where(line => !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => Literal().Matches(line.Item).Select(literal => new UserText($"{Path.GetFileName(file)}:{line.Index + 1}", Hole().Replace(literal.Groups[1].Value, "x")))))
        .Where(text => Word().Count(text.Text) > 2);

    /// <summary>The comments of the sources and the tests, without tags and code.</summary>
    public static IEnumerable<UserText> Comments() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Built().IsMatch(file))
        .SelectMany(file => File.ReadLines(file).Index()
            .Select(line => (line.Index, Comment: Comment().Match(line.Item)))
            .Where(line => line.Comment.Success)
            .Select(line => new UserText($"{Path.GetFileName(file)}:{line.Index + 1}", Tag().Replace(Element().Replace(line.Comment.Groups[1].Value, "x"), "").Trim())));

    private static IEnumerable<UserText> Descriptions()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository, "src", "EcsTools.Model", "api", "ecs.docs.json")));
        return [.. document.RootElement.EnumerateObject().SelectMany(kind => kind.Value.EnumerateObject()).Where(entry => entry.Value.ValueKind == JsonValueKind.String).Select(entry => new UserText(entry.Name, entry.Value.GetString()!))];
    }

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]|EcsTools\.Local[\\/]Api[\\/]")]
    private static partial Regex Generated();

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]")]
    private static partial Regex Built();

    // A comment in a string is code that a generator or a test writes.
    [GeneratedRegex("""^[^"]*?(?<!:)//+ (.*)$""")]
    private static partial Regex Comment();

    [GeneratedRegex("<(see|paramref|typeparamref)[^>]*>|<c>.*?</c>")]
    private static partial Regex Element();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""
        "((?:[^"\\]|\\.)*)"
        """)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();
}
