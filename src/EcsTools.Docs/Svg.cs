using System.Globalization;
using System.Security;
using System.Text;

namespace EcsTools.Docs;

/// <summary>
/// A screen of text as a picture. Every piece of text has its position and length, so that columns are aligned in any font.
/// </summary>
internal static class Svg
{
    private const double Cell = 7.8, Line = 18, Margin = 16;

    public static string Draw(IEnumerable<IReadOnlyList<AnsiRun>> lines, int width)
    {
        var text = new StringBuilder();
        var y = Margin + Line;
        foreach (var line in lines)
        {
            var column = 0;
            foreach (var run in line)
            {
                var shown = run.Text.Trim();
                var x = Margin + ((column + run.Text.Length - run.Text.TrimStart().Length) * Cell);
                if (shown.Length > 0)
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"<text x=\"{x:0.#}\" y=\"{y}\" {Style(run)} textLength=\"{shown.Length * Cell:0.#}\">{Escape(shown)}</text>\n");
                column += run.Text.Length;
            }

            y += Line;
        }

        var (w, h) = ((2 * Margin) + (width * Cell), y);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">
            <rect width="100%" height="100%" rx="8" fill="#1e1e2a"/>
            <g font-family="Cascadia Mono, Consolas, Menlo, DejaVu Sans Mono, monospace" font-size="13">
            {text}</g>
            </svg>

            """);
    }

    // Pictures run spaces together, but for these.
    private static string Escape(string text) => SecurityElement.Escape(text).Replace(' ', '\u00a0');

    private static string Style(AnsiRun run) => $"fill=\"{Color(run.Color)}\"{(run.IsBold ? " font-weight=\"bold\"" : "")}";

    private static string Color(int code) => code switch
    {
        31 or 91 => "#ff7b7b",
        32 or 92 => "#8fd48f",
        33 or 93 => "#f0c674",
        34 or 94 => "#7fb2f0",
        35 or 95 => "#d7a6e8",
        36 or 96 => "#7fd7d7",
        30 or 90 => "#8a8fa3",
        _ => "#e4e6ee",
    };
}
