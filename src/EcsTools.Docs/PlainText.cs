using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EcsTools.Docs;

/// <summary>Markdown as the text that Get-Help shows, block by block.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>The blocks of some markdown: a paragraph on one line, a list item on one, code as it is, a little indented.</summary>
    public static IEnumerable<string> Of(string markdown) => Parse(markdown).SelectMany(Of);

    public static IEnumerable<string> Of(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock heading => [Inline(heading.Inline)],
        ParagraphBlock paragraph => [Inline(paragraph.Inline)],
        CodeBlock code =>
            [string.Join('\n', code.Lines.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => "  " + line))],
        Table table => [Rows(table)],
        ListBlock list => [string.Join('\n', list.OfType<ListItemBlock>().Select(item => "- " + string.Join(' ', item.SelectMany(Of))))],
        ContainerBlock container => container.SelectMany(Of),
        _ => [],
    };

    private static string Rows(Table table)
    {
        var rows = table
            .OfType<TableRow>()
            .Select(row => row.OfType<TableCell>().Select(cell => string.Join(' ', cell.SelectMany(Of))).ToList())
            .ToList();
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToList();
        return string.Join(
            '\n', rows.Select(row => ("  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd()));
    }

    private static string Inline(ContainerInline? container)
    {
        var text = new StringBuilder();
        foreach (var inline in container ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                LinkInline link => Link(link),
                ContainerInline inner => Inline(inner),
                _ => "",
            });
        }

        return text.ToString();
    }

    // The text is enough if it's the address, or if the link leads to another page of the docs.
    private static string Link(LinkInline link)
    {
        var words = Inline(link);
        return link.Url?.StartsWith("http", StringComparison.Ordinal) == true && link.Url != words ? $"{words} ({link.Url})" : words;
    }
}
