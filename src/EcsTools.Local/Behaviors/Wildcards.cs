using System.IO.Enumeration;

namespace EcsTools.Local.Behaviors;

/// <summary>Names with the wildcards * and ?.</summary>
internal static class Wildcards
{
    /// <summary>Whether a name fits a pattern. No pattern fits all, and no name fits only that.</summary>
    public static bool Match(string? pattern, string? name) =>
        pattern is null || (name is not null && FileSystemName.MatchesSimpleExpression(pattern, name));
}
