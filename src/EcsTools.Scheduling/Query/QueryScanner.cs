using System.Diagnostics.CodeAnalysis;

namespace EcsTools.Scheduling.Query;

/// <summary>Walks over the text of a query: symbols, words, quoted literals.</summary>
internal sealed class QueryScanner(string text)
{
    private const string EndsWord = "()[],&|!=<>~'\"";

    private int next;

    /// <summary>The start of the next symbol or word.</summary>
    public int Position
    {
        get
        {
            while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
            return next;
        }
    }

    public bool AtEnd => Position == text.Length;

    public bool TrySymbol(string symbol)
    {
        if (string.CompareOrdinal(text, Position, symbol, 0, symbol.Length) != 0) return false;
        next += symbol.Length;
        return true;
    }

    /// <summary>Takes the next word if it is this one: <c>and</c> is not the beginning of <c>android</c>.</summary>
    public bool TryWord(string word)
    {
        if (!PeekWord().SequenceEqual(word)) return false;
        next += word.Length;
        return true;
    }

    /// <summary>Takes a sign and the word right behind it: <c>!in</c>, but not the beginning of <c>!inside</c>.</summary>
    public bool TryWordAfter(char sign, string word)
    {
        var start = Position;
        if (AtEnd || text[start] != sign) return false;
        next++;
        if (TryWord(word)) return true;
        next = start;
        return false;
    }

    public string Word(string expected)
    {
        var word = PeekWord();
        if (word.IsEmpty) throw Expected(expected);
        next += word.Length;
        return word.ToString();
    }

    public string Literal(string expected) => TryQuoted(out var quoted) ? quoted : Word(expected);

    /// <summary>
    /// A pattern may hold what ends a word elsewhere. Bare, it runs to a blank, a parenthesis or a doubled
    /// <c>&amp;&amp;</c> or <c>||</c>; one that needs those is quoted.
    /// </summary>
    public string Pattern()
    {
        if (TryQuoted(out var quoted)) return quoted;
        var start = Position;
        while (next < text.Length && !EndsPattern(next)) next++;
        return next > start ? text[start..next] : throw Expected("a pattern");
    }

    public ClusterQueryException Expected(string expected) => new(Position, expected);

    private ReadOnlySpan<char> PeekWord()
    {
        var end = Position;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !EndsWord.Contains(text[end], StringComparison.Ordinal)) end++;
        return text.AsSpan(next, end - next);
    }

    private bool TryQuoted([NotNullWhen(true)] out string? literal)
    {
        literal = null;
        var start = Position;
        if (AtEnd || text[start] is not ('\'' or '"')) return false;
        var end = text.IndexOf(text[start], start + 1);
        if (end < 0) throw new ClusterQueryException(text.Length, $"the closing {text[start]} of the literal that begins at {start}");
        literal = text[(start + 1)..end];
        next = end + 1;
        return true;
    }

    private bool EndsPattern(int at) =>
        char.IsWhiteSpace(text[at]) || text[at] is '(' or ')'
        || (text[at] is '&' or '|' && at + 1 < text.Length && text[at + 1] == text[at]);
}
