using System.Text.Json;

namespace EcsTools.Local;

/// <summary>The whole state of a local ECS as JSON, and when it was saved.</summary>
/// <param name="Json">The document.</param>
/// <param name="SavedAt">The time that it was by the clock of that local ECS.</param>
public sealed record SavedState(ReadOnlyMemory<byte> Json, DateTimeOffset SavedAt)
{
    /// <summary>Reads a file that <see cref="Write"/> made.</summary>
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
            throw new FormatException("it is no saved state of a local ECS.", e);
        }
    }

    /// <summary>Writes the file whole or not at all: beside it first, then in its place.</summary>
    /// <exception cref="IOException">The file cannot be written. One that was there is as it was.</exception>
    public void Write(string path)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = File.Create(beside)) file.Write(Json.Span);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside)) File.Delete(beside);
            throw new IOException(e.Message.Replace(beside, path, StringComparison.Ordinal), e); // nobody gave that name
        }
    }
}
