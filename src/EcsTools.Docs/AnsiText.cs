using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsTools.Docs;

/// <summary>A piece of text in one colour, as the numbers of escape sequences say: 31 to 37 and 91 to 97; 0 is the terminal's own.</summary>
internal sealed record AnsiRun(string Text, int Colour, bool IsBold);

/// <summary>Reads text as a terminal does: colours, and lines that break where the screen ends.</summary>
internal static partial class AnsiText
{
    /// <summary>The lines of a text on a screen of so many columns, each in pieces of one colour.</summary>
    public static IEnumerable<IReadOnlyList<AnsiRun>> Lines(string text, int width)
    {
        var (colour, isBold) = (0, false);
        foreach (var line in text.Split('\n'))
        {
            var runs = new List<AnsiRun>();
            var room = width;
            foreach (Match part in Parts().Matches(line))
            {
                if (part.Groups["codes"] is { Success: true } codes)
                {
                    foreach (var code in codes.Value.Split(';').Select(code => int.TryParse(code, CultureInfo.InvariantCulture, out var number) ? number : 0))
                        (colour, isBold) = code switch { 0 => (0, false), 1 => (colour, true), (>= 30 and <= 37) or (>= 90 and <= 97) => (code, isBold), _ => (colour, isBold) };
                    continue;
                }

                var left = part.Value;
                while (left.Length > room)
                {
                    runs.Add(new(left[..room], colour, isBold));
                    yield return runs;
                    (left, room, runs) = (left[room..], width, []);
                }

                runs.Add(new(left, colour, isBold));
                room -= left.Length;
            }

            yield return runs;
        }
    }

    [GeneratedRegex("\e\\[(?<codes>[0-9;]*)m|[^\e]+")]
    private static partial Regex Parts();
}
