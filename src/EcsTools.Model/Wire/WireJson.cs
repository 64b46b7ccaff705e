using System.Buffers;
using System.Text.Json;

namespace EcsTools.Model;

/// <summary>Structures to and from whole JSON texts.</summary>
public static class WireJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Reads one structure from a JSON text.</summary>
    /// <exception cref="WireException">The text isn't JSON, or a value has the wrong type; the error has the place.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json)
        where T : class, IStructure<T>, new()
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            var value = T.Read(ref reader);
            while (reader.Read()) { } // anything but white space behind the object is an error that the reader reports
            return value;
        }
        catch (WireException e)
        {
            throw e.At(JsonPath.To(json, e.Offset));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: a text that is not Unicode
        {
            throw new WireException($"not JSON: {e.Message}", reader.BytesConsumed);
        }
    }

    /// <summary>Writes one structure to a buffer.</summary>
    public static void Write(IStructure structure, IBufferWriter<byte> buffer, bool indented = false)
    {
        using var writer = new Utf8JsonWriter(buffer, indented ? Indented : default);
        structure.Write(writer);
    }

    /// <summary>One structure as JSON bytes.</summary>
    public static byte[] ToBytes(IStructure structure, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(structure, buffer, indented);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>One structure as a JSON text.</summary>
    public static string ToText(IStructure structure, bool indented = false) =>
        System.Text.Encoding.UTF8.GetString(ToBytes(structure, indented));
}
