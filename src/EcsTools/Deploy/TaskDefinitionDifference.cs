using EcsTools.Formatting;

namespace EcsTools.Deploy;

/// <summary>A difference between two task definitions.</summary>
/// <param name="Path">Where: <c>containerDefinitions[web].image</c>.</param>
/// <param name="Kind">Added, Removed or Changed.</param>
/// <param name="Before">What stood there; null where nothing did.</param>
/// <param name="After">What stands there now; null where nothing does.</param>
public sealed record TaskDefinitionDifference(string Path, string Kind, string? Before, string? After)
{
    /// <summary>The place and what became of it: <c>containerDefinitions[web].image: nginx:1.26 → nginx:1.27</c>.</summary>
    public override string ToString() => $"{Path}: {HiddenValues.Secrets(Path, Before) ?? "(none)"} → {HiddenValues.Secrets(Path, After) ?? "(none)"}";
}
