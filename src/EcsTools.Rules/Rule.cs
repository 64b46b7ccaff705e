using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsTools.Rules;

/// <summary>The origin of the text of a rule.</summary>
internal enum Origin
{
    /// <summary>A recording of the real service has it.</summary>
    Recorded,

    /// <summary>Users and tools quote it.</summary>
    Reported,

    /// <summary>AWS's documentation states the rule, but not the text. The text is EcsTools' own.</summary>
    Documented,
}

/// <summary>One thing that ECS refuses, or that is likely to be a mistake.</summary>
/// <typeparam name="T">The subject of the rule.</typeparam>
/// <param name="Condition">The condition, in one sentence.</param>
/// <param name="Origin">The origin of the text.</param>
/// <param name="Error">ECS's type of error; null if ECS accepts it, and it is only a likely mistake.</param>
/// <param name="Text">ECS's text, with <c>{0:name}</c> for what a breach names.</param>
/// <param name="Advice">The recommendation, with the same values.</param>
/// <param name="Find">Finds the breaches of the rule.</param>
internal sealed partial record Rule<T>(
    string Condition, Origin Origin, string? Error, string Text, string Advice, Func<T, IEnumerable<Breach>> Find)
{
    /// <summary>The text with names in place of values, for the documentation.</summary>
    public string Pattern =>
        Placeholder().Replace(Text, "<$1>").Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);

    /// <summary>All breaches of the rule.</summary>
    public IEnumerable<Finding> Findings(T subject) =>
        Find(subject).Select(breach => new Finding(breach.Path, Error, Filled(Text, breach), Filled(Advice, breach)));

    /// <summary>The rule for something that has a part which the rule is about.</summary>
    public Rule<TWhole> On<TWhole>(Func<TWhole, T> part) => new(Condition, Origin, Error, Text, Advice, whole => Find(part(whole)));

    private static string Filled(string text, Breach breach) => string.Format(CultureInfo.InvariantCulture, text, breach.Values);

    [GeneratedRegex(@"\{\d:(\w+)\}")]
    private static partial Regex Placeholder();
}

/// <summary>A place where a rule is broken.</summary>
internal sealed class Breach(string path, params string?[] values)
{
    /// <summary>The place: <c>containerDefinitions[web].image</c>.</summary>
    public string Path => path;

    /// <summary>The values in the rule's text and recommendation.</summary>
    public string?[] Values => values;
}

/// <summary>A breach in words.</summary>
/// <param name="Path">The place.</param>
/// <param name="Error">ECS's type of error; null for a warning.</param>
/// <param name="Text">ECS's text.</param>
/// <param name="Advice">The recommendation.</param>
internal sealed record Finding(string Path, string? Error, string Text, string Advice);
