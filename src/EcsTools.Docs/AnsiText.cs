using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsTools.Docs;

/// <summary>A piece of text in one color, by the numbers of escape sequences: 31 to 37 and 91 to 97; 0 is the terminal's own.</summary>
internal sealed record AnsiRun(string Text, int Color, bool IsBold);

/// <summary>Reads text as a terminal does: colors, and lines that break where the screen ends.</summary>
internal static partial class AnsiText
{
    /// <summary>The lines of a text on a screen of so many columns, each in pieces of one color.</summary>
    public static IEnumerable<IReadOnlyList<AnsiRun>> Lines(string text, int width)
    {
        var (color, isBold) = (0, false);
        foreach (var line in text.Split('\n'))
        {
            var runs = new List<AnsiRun>();
            var room = width;
            foreach (Match part in Parts().Matches(line))
            {
                if (part.Groups["codes"] is { Success: true } codes)
                {
                    foreach (var code in codes.Value
                        .Split(';')
                        .Select(code => int.TryParse(code, CultureInfo.InvariantCulture, out var number) ? number : 0))
                        (color, isBold) = code switch { 0 =>
                            (0, false), 1 =>
                                (color, true), (>= 30 and <= 37) or (>= 90 and <= 97) => (code, isBold), _ => (color, isBold) };
                    continue;
                }

                var left = part.Value;
                while (left.Length > room)
                {
                    runs.Add(new(left[..room], color, isBold));
                    yield return runs;
                    (left, room, runs) = (left[room..], width, []);
                }

                runs.Add(new(left, color, isBold));
                room -= left.Length;
            }

            yield return runs;
        }
    }

    [GeneratedRegex("\e\\[(?<codes>[0-9;]*)m|[^\e]+")]
    private static partial Regex Parts();
}
