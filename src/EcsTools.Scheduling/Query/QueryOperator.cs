namespace EcsTools.Scheduling.Query;

/// <summary>The comparisons of the query language. A negative one is the same comparison, negated.</summary>
internal enum Comparison { Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Exists, In, Match }

/// <summary>An operator as it is written: its symbol, its word, and what they mean.</summary>
internal sealed record QueryOperator(string Symbol, string Word, Comparison Comparison, bool Negated = false)
{
    // A symbol that begins with another comes before it.
    private static readonly QueryOperator[] All =
    [
        new("==", "equals", Comparison.Equal),
        new("!=", "not_equals", Comparison.Equal, Negated: true),
        new(">=", "greater_than_equal", Comparison.GreaterOrEqual),
        new(">", "greater_than", Comparison.Greater),
        new("<=", "less_than_equal", Comparison.LessOrEqual),
        new("<", "less_than", Comparison.Less),
        new("=~", "matches", Comparison.Match),
        new("!~", "not_matches", Comparison.Match, Negated: true),
        new("exists", "exists", Comparison.Exists),
        new("!exists", "not_exists", Comparison.Exists, Negated: true),
        new("in", "in", Comparison.In),
        new("!in", "not_in", Comparison.In, Negated: true),
    ];

    /// <summary>Takes the operator that comes next, if it fits the field.</summary>
    public static QueryOperator Read(QueryScanner scanner, QueryField field)
    {
        var fitting = All.Where(each => field.Fitting.Contains(each.Comparison));
        return fitting.FirstOrDefault(each => each.IsNext(scanner))
            ?? throw scanner.Expected($"an operator of {field.Name} ({string.Join(' ', fitting.Select(each => each.Symbol))})");
    }

    private bool IsNext(QueryScanner scanner) => scanner.TryWord(Word) || Symbol switch
    {
        "exists" or "in" => false,
        "!exists" or "!in" => scanner.TryWordAfter('!', Symbol[1..]),
        _ => scanner.TrySymbol(Symbol),
    };
}
