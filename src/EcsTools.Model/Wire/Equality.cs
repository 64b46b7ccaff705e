using System.Text.Json;

namespace EcsTools.Model;

/// <summary>The steps that generated comparisons are made of. A missing list or map equals an empty one.</summary>
internal static class Equality
{
    public static bool Lists<T>(List<T>? one, List<T>? other)
    {
        var count = one?.Count ?? 0;
        if (count != (other?.Count ?? 0)) return false;
        for (var i = 0; i < count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(one![i], other![i])) return false;
        }

        return true;
    }

    public static bool Maps<T>(Dictionary<string, T>? one, Dictionary<string, T>? other)
    {
        if ((one?.Count ?? 0) != (other?.Count ?? 0)) return false;
        foreach (var (key, value) in one ?? [])
        {
            if (!other!.TryGetValue(key, out var match) || !EqualityComparer<T>.Default.Equals(value, match)) return false;
        }

        return true;
    }

    public static bool Documents(JsonElement? one, JsonElement? other) => Text(one) == Text(other);

    /// <summary>The document without blanks, and with the same escapes, whatever text it was read from.</summary>
    private static string? Text(JsonElement? document) => document is { } json ? JsonSerializer.Serialize(json) : null;
}
