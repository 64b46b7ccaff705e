using System.Text.Encodings.Web;
using System.Text.Json;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>JSON for people to read: nothing escaped that need not be.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Page = Line with { Indented = true };

    /// <summary>A structure, on lines of its own.</summary>
    public static string Indented(IStructure structure) => Write(structure.Write, Page);

    /// <summary>A structure in one line.</summary>
    public static string Of(IStructure structure) => Write(structure.Write, Line);

    /// <summary>Words in one line.</summary>
    public static string Of(IEnumerable<string> words) => Write(
        writer =>
        {
            writer.WriteStartArray();
            foreach (var word in words) writer.WriteStringValue(word);
            writer.WriteEndArray();
        },
        Line);

    private static string Write(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options)) write(writer);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
