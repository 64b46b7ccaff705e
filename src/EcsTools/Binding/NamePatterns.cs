using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>Names with PowerShell's wildcards.</summary>
internal sealed class NamePatterns(IReadOnlyCollection<string> patterns)
{
    private static readonly char[] Wild = ['*', '?', '[', '`'];

    private readonly WildcardPattern[] patterns = patterns.Select(p => WildcardPattern.Get(p, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();

    private readonly HashSet<string> missing = patterns.Where(p => !WildcardPattern.ContainsWildcardCharacters(p)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static NamePatterns All { get; } = new(["*"]);

    /// <summary>The letters that all the names begin with: what stands before the first wildcard of each pattern.</summary>
    public string Beginning { get; } = patterns.Select(p => p.Split(Wild)[0]).Aggregate(Shared);

    /// <summary>The names without wildcards that nothing has matched yet.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>Whether every name matches, so that nobody need look for it.</summary>
    public bool MatchesAll => ReferenceEquals(this, All);

    public bool Match(string name)
    {
        missing.Remove(name);
        return Array.Exists(patterns, p => p.IsMatch(name));
    }

    private static string Shared(string one, string other) => one[..one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count()];
}
