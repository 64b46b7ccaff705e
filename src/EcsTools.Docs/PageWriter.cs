using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace EcsTools.Docs;

/// <summary>Writes a page in PlatyPS's schema: the prose that there is, and around it what follows from the cmdlet.</summary>
internal static class PageWriter
{
    private const int SyntaxWidth = 100;

    private static readonly ISerializer Yaml = new SerializerBuilder().WithQuotingNecessaryStrings()
        .WithDefaultScalarStyle(ScalarStyle.Plain)
        .Build();

    public static string Write(CommandFacts command, Page page, IReadOnlyList<Link> related)
    {
        var text = new StringBuilder();
        text.Append($"""
            ---
            document type: cmdlet
            external help file: EcsTools.dll-Help.xml
            HelpUri: {related[0].Address}
            Locale: en-US
            Module Name: EcsTools
            ms.date: {page.Date}
            PlatyPS schema version: 2024-05-01
            title: {command.Name}
            ---

            # {command.Name}

            ## SYNOPSIS

            {command.Synopsis}

            ## SYNTAX


            """);
        foreach (var set in command.Sets)
            text.Append($"### {SetTitle(set, command)}\n\n```\n{Wrapped($"{command.Name} {set.Syntax}")}\n```\n\n");
        text.Append($"## ALIASES\n\n{Aliases(command)}\n\n## DESCRIPTION\n\n{page.Description}\n\n## EXAMPLES\n\n");
        foreach (var example in page.Examples)
            text.Append($"### {example.Title}\n\n{string.Join("\n\n", example.Blocks.Select(Write))}\n\n");
        text.Append("## PARAMETERS\n\n");
        foreach (var parameter in command.Parameters)
            text.Append($"### -{parameter.Name}\n\n{parameter.Description}\n\n```yaml\n{Write(parameter)}```\n\n");
        text
            .Append($"### CommonParameters\n\n{CommonParameters}\n\n## INPUTS\n\n{Types(command.Inputs, "You can't pipe objects to this cmdlet.")}## OUTPUTS\n\n{Types(command.Outputs, "By default, this cmdlet returns no output.")}");
        text.Append($"## NOTES\n\n{Notes(page)}\n\n## RELATED LINKS\n\n{string.Join('\n', related.Select(link => $"- {link}"))}\n");
        return text.ToString();
    }

    /// <summary>The notes, with the IAM actions.</summary>
    public static string Notes(Page page) => page.Notes.Length > 0 ? $"{page.Notes}\n\n{page.Actions}" : page.Actions.ToString();

    private const string CommonParameters = """
        This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,
        -InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,
        -ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see
        [about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).
        """;

    private static string SetTitle(SetFacts set, CommandFacts command) =>
        set.Name == "__AllParameterSets" ? "__AllParameterSets"
            : set.IsDefault && command.Sets.Count > 1 ? $"{set.Name} (Default)"
            : set.Name;

    private static string Wrapped(string syntax)
    {
        var lines = new StringBuilder();
        var width = 0;
        foreach (var part in Parts(syntax))
        {
            if (width > 0 && width + 1 + part.Length > SyntaxWidth)
            {
                lines.Append('\n');
                width = 0;
            }

            lines.Append(lines.Length == 0 ? "" : " ").Append(part);
            width += 1 + part.Length;
        }

        return lines.ToString();
    }

    // A parameter and its value stay on one line. The common parameters have their own section.
    private static IEnumerable<string> Parts(string syntax)
    {
        const string common = " [<CommonParameters>]";
        var text = syntax.EndsWith(common, StringComparison.Ordinal) ? syntax[..^common.Length] : syntax;
        return text.Replace(" <", "\0<", StringComparison.Ordinal).Split(' ').Select(part => part.Replace('\0', ' '));
    }

    private static string Aliases(CommandFacts command) =>
        command.Aliases.Count == 0
            ? "This cmdlet has no aliases."
            : $"This cmdlet has the following aliases,\n  {string.Join(", ", command.Aliases)}";

    private static string Write(Block block) => block.Language is null ? block.Text : $"```{block.Language}\n{block.Text}\n```";

    private static string Write(ParameterFacts parameter) => Yaml.Serialize(new Dictionary<string, object>
    {
        ["Type"] = parameter.Type.ToString(),
        ["DefaultValue"] = parameter.Default,
        ["SupportsWildcards"] = parameter.TakesWildcards,
        ["Aliases"] = parameter.Aliases,
        ["ParameterSets"] = parameter.Sets.Select(set => new Dictionary<string, object>
        {
            ["Name"] = set.Name,
            ["Position"] = set.Position is { } position ? position : "Named",
            ["IsRequired"] = set.IsRequired,
            ["ValueFromPipeline"] = set.FromPipeline,
            ["ValueFromPipelineByPropertyName"] = set.FromPipelineByName,
            ["ValueFromRemainingArguments"] = set.FromRemaining,
        }).ToList(),
        ["DontShow"] = false,
        ["AcceptedValues"] = parameter.Accepted,
        ["HelpMessage"] = parameter.HelpMessage,
    });

    private static string Types(IReadOnlyList<TypeFacts> types, string none) =>
        types.Count == 0
            ? $"### None\n\n{none}\n\n"
            : string.Concat(types.Select(type => $"### {type.Name}\n\n{(type.Description.Length > 0 ? type.Description + "\n\n" : "")}"));
}
