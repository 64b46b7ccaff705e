using System;
using System.Collections.Generic;
using System.Linq;

namespace EcsTools.Text;

/// <summary>Finds the nearest valid name for a misspelled one. The generator compiles this file too.</summary>
internal static class Spelling
{
    /// <summary>The candidate that the fewest changed letters lead to; null when none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates.OrderBy(c => Distance(c, name)).FirstOrDefault();
        return nearest is not null && Distance(nearest, name) <= Math.Max(2, name.Length / 4) ? nearest : null;
    }

    /// <summary>"; did you mean 'x'?", or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Nearest(name, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>A sentence about a name that is not there: it ends with the one that was meant, where one is near.</summary>
    public static string Sentence(string sentence, string name, IEnumerable<string> candidates) =>
        Hint(name, candidates) is { Length: > 0 } hint ? sentence + hint : sentence + ".";

    /// <summary>How many letters must change to get from one name to the other, whatever their case.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[b.Length];
    }
}
