using EcsTools.Formatting;

namespace EcsTools.Deploy;

/// <summary>A difference between two task definitions.</summary>
/// <param name="Path">Where: <c>containerDefinitions[web].image</c>.</param>
/// <param name="Kind">Added, Removed or Changed.</param>
/// <param name="Before">The old value; null if there was none.</param>
/// <param name="After">The new value; null if there is none.</param>
public sealed record TaskDefinitionDifference(string Path, string Kind, string? Before, string? After)
{
    /// <summary>The place and what became of it: <c>containerDefinitions[web].image: nginx:1.26 → nginx:1.27</c>.</summary>
    public override string ToString() =>
        $"{Path}: {HiddenValues.Secrets(Path, Before) ?? "(none)"} → {HiddenValues.Secrets(Path, After) ?? "(none)"}";
}
