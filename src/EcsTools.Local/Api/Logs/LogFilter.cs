using System.Text.RegularExpressions;
using EcsTools.Local.Engine.Core;

namespace EcsTools.Local.Api.Logs;

/// <summary>
/// A filter pattern for lines of text: terms and phrases that must all be in a line, <c>?term</c> of which one must, and <c>-term</c> that
/// must not.
/// </summary>
internal sealed partial class LogFilter
{
    private readonly List<Term> terms = [];

    public static LogFilter Parse(string? pattern)
    {
        var filter = new LogFilter();
        if (string.IsNullOrWhiteSpace(pattern)) return filter;
        if (pattern.TrimStart()[0] is '{' or '[' or '%')
            throw EcsFault.InvalidParameter("The local ECS doesn't simulate filter patterns for JSON, columns and regular expressions.");
        var rest = pattern.Trim();
        while (rest.Length > 0)
        {
            var match = Terms().Match(rest);
            if (!match.Success) throw EcsFault.InvalidParameter("Invalid filter pattern");
            var text = match.Groups["phrase"] is { Success: true } phrase
                ? phrase.Value.Replace("\\\"", "\"", StringComparison.Ordinal)
                : match.Groups["word"].Value;
            if (match.Groups["word"] is { Success: true, Value: var word } && !Words().IsMatch(word))
                throw EcsFault.InvalidParameter($"Invalid character(s) in term '{word}'");
            filter.terms.Add(new(match.Groups["sign"].Value, text));
            rest = rest[match.Length..].TrimStart();
        }

        return filter;
    }

    /// <summary>Whether a line matches. Upper and lower case differ.</summary>
    public bool Matches(string line)
    {
        var optional = terms.Where(term => term.Sign == "?").ToList();
        return terms.Where(term => term.Sign == "").All(term => term.IsIn(line))
            && !terms.Exists(term => term.Sign == "-" && term.IsIn(line))
            // ?terms don't count if there are other terms
            && (optional.Count == 0 || optional.Count < terms.Count(term => term.Sign != "-") || optional.Exists(term => term.IsIn(line)));
    }

    [GeneratedRegex("""\A(?<sign>[-?]?)(?:"(?<phrase>(?:[^"\\]|\\.)*)"|(?<word>[^\s"]+))(?=\s|\z)""")]
    private static partial Regex Terms();

    [GeneratedRegex(@"\A\w+\z")]
    private static partial Regex Words();

    private sealed record Term(string Sign, string Text)
    {
        public bool IsIn(string line) => line.Contains(Text, StringComparison.Ordinal);
    }
}
