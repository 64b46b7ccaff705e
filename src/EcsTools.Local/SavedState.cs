using System.Text.Json;

namespace EcsTools.Local;

/// <summary>The whole state of a local ECS as JSON, and when it was saved.</summary>
/// <param name="Json">The document.</param>
/// <param name="SavedAt">The time that it was by the clock of that local ECS.</param>
public sealed record SavedState(ReadOnlyMemory<byte> Json, DateTimeOffset SavedAt)
{
    /// <summary>Reads a file that <c>Export-EcsLocal</c> made.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">The file holds no state.</exception>
    public static SavedState Read(string path)
    {
        var json = File.ReadAllBytes(path);
        try
        {
            return new(json, SavedAtIn(json));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new FormatException("it isn't a saved state of a local ECS.", e);
        }
    }

    /// <summary>Looks no further than necessary: the rest is checked when it's loaded.</summary>
    private static DateTimeOffset SavedAtIn(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = reader.ValueTextEquals("savedAt"u8);
            reader.Read();
            if (isFound) return reader.GetDateTimeOffset();
            reader.Skip();
        }

        throw new FormatException("It has no savedAt.");
    }
}
