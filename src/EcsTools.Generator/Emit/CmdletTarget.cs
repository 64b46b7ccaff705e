using System.Collections.Generic;

namespace EcsTools.Generator.Emit;

/// <summary>A cmdlet class with generated parameters: the facts for the generator, as comparable values.</summary>
internal sealed record CmdletTarget(
    string Namespace,
    string Class,
    EquatableList<CmdletOperation> Operations,
    EquatableList<string> DeclaredNames,
    EquatableList<string> OverridableRequests,
    string? WaitsUntil,
    bool IsPartial,
    LocationInfo Location);

/// <summary>One operation of a cmdlet.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Target">The member that names the thing acted on; it becomes the first positional parameter.</param>
/// <param name="Then">The member with the new state; it becomes the second positional parameter.</param>
/// <param name="WithoutCluster">The meaning of an omitted cluster; null if it's the cluster of the session.</param>
/// <param name="TakesMany">Whether the cmdlet takes several such things, one request each.</param>
/// <param name="TakesJson">Whether a whole request can be given as JSON, so that nothing else is mandatory then.</param>
/// <param name="TakesFile">Whether -CliInputJson fills the request beside the parameters, which take precedence.</param>
/// <param name="Omit">Members that aren't parameters: the cmdlet sets them, or they aren't needed.</param>
internal sealed record CmdletOperation(string Name, string? Target, string? Then, string? WithoutCluster, bool TakesMany, bool TakesJson, bool TakesFile, EquatableList<string> Omit)
{
    private static readonly string[] Looking = ["List", "Describe", "Get", "Discover"];

    /// <summary>Whether the operation sets something, and does not only look.</summary>
    public bool Changes => !System.Array.Exists(Looking, verb => Name.StartsWith(verb, System.StringComparison.Ordinal));
}

/// <summary>A place in the source that survives from one compilation to the next.</summary>
internal sealed record LocationInfo(string Path, Microsoft.CodeAnalysis.Text.TextSpan Span, Microsoft.CodeAnalysis.Text.LinePositionSpan Lines)
{
    public static LocationInfo Of(Microsoft.CodeAnalysis.SyntaxToken token) =>
        new(token.SyntaxTree!.FilePath, token.Span, token.SyntaxTree.GetLineSpan(token.Span).Span);

    public Microsoft.CodeAnalysis.Location ToLocation() => Microsoft.CodeAnalysis.Location.Create(Path, Span, Lines);
}

/// <summary>A list that is equal to another with the same items, so that unchanged cmdlets are not made again.</summary>
internal sealed class EquatableList<T>(IReadOnlyList<T> items) : System.IEquatable<EquatableList<T>>, IEnumerable<T>
{
    public bool Equals(EquatableList<T>? other) => other is not null && System.Linq.Enumerable.SequenceEqual(items, other);

    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    public override int GetHashCode() => items.Count;

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
