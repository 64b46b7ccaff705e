using EcsTools.Formatting;

namespace EcsTools.Deploy;

/// <summary>A difference between a service and the settings that it's compared with.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Path">Where: <c>deploymentConfiguration.maximumPercent</c>.</param>
/// <param name="Kind">Added, Removed or Changed.</param>
/// <param name="Before">The current value; null if there is none.</param>
/// <param name="After">The value of the other; null if it has none.</param>
public sealed record ServiceDifference(string Service, string Path, string Kind, string? Before, string? After)
{
    /// <summary>The member of the service.</summary>
    internal string Member => Path.Split('.', '[')[0];

    /// <summary>The place and what becomes of it: <c>desiredCount: 2 → 4</c>.</summary>
    public override string ToString() =>
        $"{Path}: {HiddenValues.Secrets(Path, Before) ?? "(none)"} → {HiddenValues.Secrets(Path, After) ?? "(none)"}";
}
