using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>Names with PowerShell's wildcards.</summary>
internal sealed class NamePatterns(IEnumerable<string> patterns)
{
    private readonly WildcardPattern[] patterns = patterns.Select(p => WildcardPattern.Get(p, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();

    private readonly HashSet<string> missing = patterns.Where(p => !WildcardPattern.ContainsWildcardCharacters(p)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static NamePatterns All { get; } = new(["*"]);

    /// <summary>The names without wildcards that nothing has matched yet.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    public bool Match(string name)
    {
        missing.Remove(name);
        return Array.Exists(patterns, p => p.IsMatch(name));
    }
}
