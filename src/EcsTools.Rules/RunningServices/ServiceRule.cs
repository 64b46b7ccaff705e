using System.Globalization;

namespace EcsTools.Rules.RunningServices;

/// <summary>A setting or state of a running service that is likely to cause problems. ECS accepts it.</summary>
/// <param name="Name">The rule's name, by which it is chosen.</param>
/// <param name="Severity">Error if the service suffers now, Warning if it will when something fails, Information if it is worth
/// knowing.</param>
/// <param name="Condition">The condition, in one sentence.</param>
/// <param name="Text">The finding, with <c>{0}</c> for the values of a breach.</param>
/// <param name="Advice">The recommendation, with the same values.</param>
/// <param name="Find">Finds the breaches of the rule.</param>
internal sealed record ServiceRule(
    string Name, string Severity, string Condition, string Text, string Advice, Func<RunningService, IEnumerable<Breach>> Find)
{
    /// <summary>A breach's own words.</summary>
    public string Message(Breach breach) => string.Format(CultureInfo.InvariantCulture, Text, breach.Values);

    /// <summary>The recommendation for a breach.</summary>
    public string Recommendation(Breach breach) => string.Format(CultureInfo.InvariantCulture, Advice, breach.Values);
}
