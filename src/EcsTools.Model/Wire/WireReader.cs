using System.Text;
using System.Text.Json;

namespace EcsTools.Model;

/// <summary>The steps that generated readers are made of. Each stands on the first token of a value and ends on its last.</summary>
internal static class WireReader
{
    public delegate T Element<T>(ref Utf8JsonReader reader);

    /// <summary>Whether an object begins; false where there is null instead of one.</summary>
    public static bool StartObject(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw NoObject(ref reader),
    };

    public static WireException NoObject(ref Utf8JsonReader reader) => Wrong(ref reader, "an object");

    /// <summary>Goes to the next member's value and gives its name; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        reader.Read();
        return true;
    }

    public static string? String(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Null => null,
        _ => throw Wrong(ref reader, "a string"),
    };

    private static string? Text(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        if (reader.ValueIsEscaped || !RepeatedStrings.IsKept(text)) return reader.GetString();
        ref var slot = ref RepeatedStrings.Slot(text);
        return RepeatedStrings.Is(text, slot) ? slot : slot = reader.GetString();
    }

    public static int? Integer(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value)) return value;
        throw WrongNumber(ref reader, "a whole number of 32 bits");
    }

    public static long? Long(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)) return value;
        throw WrongNumber(ref reader, "a whole number of 64 bits");
    }

    public static double? Double(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && double.IsFinite(value)) return value;
        throw WrongNumber(ref reader, "a number of 64 bits");
    }

    public static bool? Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Wrong(ref reader, "true or false"),
    };

    public static DateTime? Timestamp(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType == JsonTokenType.Number && WireTime.TryReadMilliseconds(reader.ValueSpan, out var milliseconds))
            return WireTime.FromMilliseconds(milliseconds);
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var seconds) && WireTime.IsInRange(seconds))
            return WireTime.FromSeconds(seconds);
        throw WrongNumber(ref reader, "a moment in seconds since 1970");
    }

    public static JsonElement? Document(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);

    public static List<T>? List<T>(ref Utf8JsonReader reader, Element<T?> element)
        where T : class
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartArray) throw Wrong(ref reader, "a list");
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (element(ref reader) is { } item) list.Add(item);
        }

        return list;
    }

    public static List<T>? Values<T>(ref Utf8JsonReader reader, Element<T?> element)
        where T : struct
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartArray) throw Wrong(ref reader, "a list");
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (element(ref reader) is { } item) list.Add(item);
        }

        return list;
    }

    public static Dictionary<string, T>? Map<T>(ref Utf8JsonReader reader, Element<T?> element)
        where T : class
    {
        if (!StartObject(ref reader)) return null;
        var map = new Dictionary<string, T>();
        while (NextMember(ref reader, out var name))
        {
            var key = Encoding.UTF8.GetString(name);
            if (element(ref reader) is { } item) map[key] = item;
        }

        return map;
    }

    private static WireException Wrong(ref Utf8JsonReader reader, string expected) =>
        new($"expected {expected}, found {Name(reader.TokenType)}", reader.TokenStartIndex);

    /// <summary>A number may be of the right type and still not fit.</summary>
    private static WireException WrongNumber(ref Utf8JsonReader reader, string expected) => reader.TokenType == JsonTokenType.Number
        ? new($"expected {expected}, found {Encoding.UTF8.GetString(reader.ValueSpan)}", reader.TokenStartIndex)
        : Wrong(ref reader, expected);

    private static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
