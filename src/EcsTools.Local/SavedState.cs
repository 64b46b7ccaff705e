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
            using var document = JsonDocument.Parse(json);
            return new(json, document.RootElement.GetProperty("savedAt").GetDateTimeOffset());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException("it isn't a saved state of a local ECS.", e);
        }
    }
}
