using System.Text;
using Markdig.Syntax;

namespace EcsTools.Docs;

/// <summary>A topic, docs/about/about_X.md, as the text file that Get-Help about_X shows.</summary>
internal static class AboutTopic
{
    private const int Width = 80;
    private const string Indent = "    ";

    public static string Write(string markdown)
    {
        var text = new StringBuilder();
        foreach (var block in PlainText.Parse(markdown))
        {
            foreach (var part in PlainText.Of(block))
            {
                if (block is HeadingBlock { Level: 1 }) text.Append($"TOPIC\n{Indent}{part}\n\n");
                else if (block is HeadingBlock { Level: 2 }) text.Append(part.ToUpperInvariant()).Append('\n');
                else if (block is HeadingBlock) text.Append($"  {part}\n");
                else text.Append(block is ParagraphBlock or ListBlock ? Wrapped(part) : Indented(part)).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Indented(string lines) =>
        string.Concat(lines.Split('\n').Select(line => string.IsNullOrWhiteSpace(line) ? "\n" : $"{Indent}{line}\n"));

    private static string Wrapped(string lines) => string.Concat(lines.Split('\n').Select(WrappedLine));

    private static string WrappedLine(string line)
    {
        var hanging = line.StartsWith("- ", StringComparison.Ordinal) ? Indent + "  " : Indent;
        var text = new StringBuilder(Indent);
        var width = Indent.Length;
        foreach (var (index, word) in line.Split(' ').Index())
        {
            if (index > 0 && width + 1 + word.Length > Width)
            {
                text.Append('\n').Append(hanging);
                width = hanging.Length;
            }
            else if (index > 0)
            {
                text.Append(' ');
                width++;
            }

            text.Append(word);
            width += word.Length;
        }

        return text.Append('\n').ToString();
    }
}
