using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>Names with PowerShell's wildcards.</summary>
internal sealed class NamePatterns(IEnumerable<string> patterns)
{
    private readonly WildcardPattern[] patterns = patterns.Select(p => WildcardPattern.Get(p, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();

    public static NamePatterns All { get; } = new(["*"]);

    public bool Match(string name) => Array.Exists(patterns, p => p.IsMatch(name));
}
