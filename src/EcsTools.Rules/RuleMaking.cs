namespace EcsTools.Rules;

/// <summary>Short names for the kinds of rule.</summary>
/// <typeparam name="T">The subject of the rules.</typeparam>
internal abstract class RuleMaking<T>
{
    /// <summary>ECS's errors.</summary>
    protected const string Client = "ClientException", InvalidParameter = "InvalidParameterException";

    /// <summary>The text is known from recordings.</summary>
    protected static Rule<T> Recorded(string condition, string text, string advice, Func<T, IEnumerable<Breach>> find) =>
        new(condition, Origin.Recorded, Client, text, advice, find);

    /// <summary>The text is known from reports.</summary>
    protected static Rule<T> Reported(string condition, string text, string advice, Func<T, IEnumerable<Breach>> find) =>
        new(condition, Origin.Reported, Client, text, advice, find);

    /// <summary>The rule is documented; the text is EcsTools' own.</summary>
    protected static Rule<T> Documented(string condition, string text, string advice, Func<T, IEnumerable<Breach>> find) =>
        new(condition, Origin.Documented, Client, text, advice, find);

    /// <summary>ECS accepts it, but it is likely to be a mistake.</summary>
    protected static Rule<T> Warning(string condition, string text, string advice, Func<T, IEnumerable<Breach>> find) =>
        new(condition, Origin.Documented, null, text, advice, find);

    /// <summary>ECS refuses parameters of services and tasks as invalid.</summary>
    protected static IReadOnlyList<Rule<T>> AsInvalidParameters(IEnumerable<Rule<T>> rules) =>
        [.. rules.Select(rule => rule.Error == Client ? rule with { Error = InvalidParameter } : rule)];

    /// <summary>One breach, or none.</summary>
    protected static IEnumerable<Breach> When(bool isBroken, string path, params string?[] values) =>
        isBroken ? [new Breach(path, values)] : [];

    /// <summary>The values that are there before, and the place of each repetition.</summary>
    protected static IEnumerable<Breach> Repeated<TValue>(IEnumerable<(string Path, TValue? Value)> all) =>
        all
            .Where(one => one.Value is not null)
            .GroupBy(one => one.Value)
            .SelectMany(group => group.Skip(1))
            .Select(one => new Breach(one.Path, $"{one.Value}"));
}
