using System.Text.RegularExpressions;

namespace EcsTools.Rules;

/// <summary>The names of clusters, services, families, containers and volumes.</summary>
internal sealed partial class NameRules : RuleMaking<string?>
{
    private const string Pattern = @"a-zA-Z0-9\-_";

    /// <summary>The rules for a name, as ECS calls it.</summary>
    public static IReadOnlyList<Rule<string?>> Of(string what, string member) => AsInvalidParameters(
    [
        Recorded($"{what} isn't blank.", $"{what} can not be blank.", $"Set {member}.", name => When(string.IsNullOrEmpty(name), member)),
        Recorded(
            $"{what} has up to 255 letters, digits, hyphens and underscores.",
            $"{what} must match ^[{Pattern}]{{{{1,255}}}}$, but was {{0:name}}",
            "Use letters, digits, - and _ only, 255 at most.",
            name => When(name is { Length: > 0 } && !IsName(name), member, name)),
    ]);

    public static bool IsName(string text) => Names().IsMatch(text);

    [GeneratedRegex(@"\A[a-zA-Z0-9\-_]{1,255}\z")]
    private static partial Regex Names();
}
