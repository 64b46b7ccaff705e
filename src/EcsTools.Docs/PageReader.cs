using Markdig;
using Markdig.Syntax;

namespace EcsTools.Docs;

/// <summary>Finds the prose in a page.</summary>
internal static class PageReader
{
    /// <exception cref="FormatException">The page lacks a required part; the error names it.</exception>
    public static Page Read(string name, string markdown)
    {
        var body = WithoutFrontMatter(markdown, out var date);
        var sections = Sections(body, 2);
        var description = Section(sections, "DESCRIPTION") is { Length: > 0 } text
            ? text
            : throw new FormatException($"docs/cmdlets/{name}.md: there is no text under ## DESCRIPTION.");
        var examples = Sections(
            Section(sections, "EXAMPLES") ?? "", 3).ConvertAll(section => new Example(section.Title, Blocks(section.Body)));
        if (examples.Count == 0) throw new FormatException($"docs/cmdlets/{name}.md: there is no ### example under ## EXAMPLES.");
        var notes = Section(sections, "NOTES") ?? "";
        return new(name, description, examples, Prose(notes), IamActions.In(notes), date);
    }

    // The last paragraphs of the notes, with the IAM actions, are written by the tool.
    private static string Prose(string notes)
    {
        var at = IamActions.IndexIn(notes);
        return (at < 0 ? notes : notes[..at]).Trim();
    }

    private static string WithoutFrontMatter(string markdown, out string date)
    {
        date = "";
        markdown = markdown.ReplaceLineEndings("\n");
        if (!markdown.StartsWith("---\n", StringComparison.Ordinal)) return markdown;
        var end = markdown.IndexOf("\n---\n", StringComparison.Ordinal);
        date = markdown[..end].Split('\n').FirstOrDefault(line =>
            line.StartsWith("ms.date: ", StringComparison.Ordinal))?["ms.date: ".Length..] ?? "";
        return markdown[(end + 5)..];
    }

    private static string? Section(List<(string Title, string Body)> sections, string title) =>
        sections.Find(section => section.Title == title).Body;

    private static List<(string Title, string Body)> Sections(string markdown, int level)
    {
        var headings = Markdown.Parse(markdown).OfType<HeadingBlock>().Where(heading => heading.Level <= level).ToList();
        var sections = new List<(string, string)>();
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i].Level != level) continue;
            var end = i + 1 < headings.Count ? headings[i + 1].Span.Start : markdown.Length;
            var title = markdown[headings[i].Span.Start..(headings[i].Span.End + 1)].TrimStart('#').Trim();
            sections.Add((title, markdown[(headings[i].Span.End + 1)..end].Trim()));
        }

        return sections;
    }

    /// <summary>Fences stand alone; what is between two of them is one block of prose.</summary>
    private static List<Block> Blocks(string markdown)
    {
        var blocks = new List<Block>();
        var at = 0;
        foreach (var fence in Markdown.Parse(markdown).OfType<FencedCodeBlock>())
        {
            AddProse(fence.Span.Start);
            blocks.Add(new(fence.Info ?? "", fence.Lines.ToString().ReplaceLineEndings("\n").TrimEnd()));
            at = fence.Span.End + 1;
        }

        AddProse(markdown.Length);
        return blocks;

        void AddProse(int end)
        {
            var prose = markdown[at..end].Trim();
            if (prose.Length > 0) blocks.Add(new(null, prose));
        }
    }
}
