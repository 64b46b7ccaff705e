using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>Names with PowerShell's wildcards.</summary>
internal sealed class NamePatterns(IReadOnlyCollection<string> patterns)
{
    private static readonly char[] Wild = ['*', '?', '[', '`'];

    private readonly WildcardPattern[] patterns = patterns.Select(Pattern).ToArray();

    private readonly HashSet<string> missing = patterns.Where(p => !IsPattern(p)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static NamePatterns All { get; } = new(["*"]);

    /// <summary>The letters that all the names begin with: what stands before the first wildcard of each pattern.</summary>
    public string Beginning { get; } = patterns.Select(p => p.Split(Wild)[0]).Aggregate(Shared);

    /// <summary>The names without wildcards that nothing has matched yet.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>Whether every name matches, so that no search is needed.</summary>
    public bool MatchesAll => ReferenceEquals(this, All);

    public bool Match(string name)
    {
        missing.Remove(name);
        return Array.Exists(patterns, p => p.IsMatch(name));
    }

    /// <summary>Whether a name has wildcards. An unclosed bracket isn't a wildcard, but part of a name.</summary>
    public static bool IsPattern(string? name) => WildcardPattern.ContainsWildcardCharacters(name) && IsWhole(Parsed(name!));

    /// <summary>The pattern that a name stands for; itself where it cannot be one.</summary>
    public static WildcardPattern Pattern(string name) =>
        Parsed(name) is var pattern && IsWhole(pattern) ? pattern : Parsed(WildcardPattern.Escape(name));

    private static WildcardPattern Parsed(string name) =>
        WildcardPattern.Get(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

    private static bool IsWhole(WildcardPattern pattern)
    {
        try
        {
            pattern.IsMatch("");
            return true;
        }
        catch (WildcardPatternException)
        {
            return false;
        }
    }

    private static string Shared(string one, string other) => one[..one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count()];
}
