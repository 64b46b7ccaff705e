namespace EcsTools.Scheduling.Query;

/// <summary>
/// The grammar, one method a rule. It makes the test itself, no tree in between:
/// <code>
/// any        = all { ("||" | "or") all }
/// all        = not { ("&amp;&amp;" | "and") not }
/// not        = ("!" | "not") not | "(" any ")" | comparison
/// comparison = field operator [argument]
/// </code>
/// </summary>
internal sealed class QueryParser(string text)
{
    // An expression is at most 2,000 characters in the API. This many levels fit any stack.
    private const int MaximumDepth = 200;

    private readonly QueryScanner scanner = new(text);
    private int depth;

    public Predicate<IQuerySubject> Parse()
    {
        var matches = Any();
        return scanner.AtEnd ? matches : throw scanner.Expected("and, or, or the end");
    }

    private Predicate<IQuerySubject> Any()
    {
        var matches = All();
        while (scanner.TrySymbol("||") || scanner.TryWord("or"))
        {
            var (left, right) = (matches, All());
            matches = subject => left(subject) || right(subject);
        }

        return matches;
    }

    private Predicate<IQuerySubject> All()
    {
        var matches = Not();
        while (scanner.TrySymbol("&&") || scanner.TryWord("and"))
        {
            var (left, right) = (matches, Not());
            matches = subject => left(subject) && right(subject);
        }

        return matches;
    }

    private Predicate<IQuerySubject> Not()
    {
        if (++depth > MaximumDepth) throw scanner.Expected($"at most {MaximumDepth} levels of parentheses and not");
        try
        {
            if (scanner.TrySymbol("!") || scanner.TryWord("not")) return Negation(Not());
            return scanner.TrySymbol("(") ? Parenthesis() : Compare();
        }
        finally
        {
            depth--;
        }
    }

    private Predicate<IQuerySubject> Parenthesis()
    {
        var matches = Any();
        return scanner.TrySymbol(")") ? matches : throw scanner.Expected("and, or, or the closing )");
    }

    private Predicate<IQuerySubject> Compare()
    {
        var field = QueryField.Read(scanner);
        var compare = QueryOperator.Read(scanner, field);
        var matches = field.ReadArgument(scanner, compare.Comparison);
        return compare.Negated ? Negation(matches) : matches;
    }

    private static Predicate<IQuerySubject> Negation(Predicate<IQuerySubject> matches) => subject => !matches(subject);
}
