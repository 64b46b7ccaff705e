using System.Text.Json;

namespace EcsTools.Model;

/// <summary>The steps that generated writers are made of.</summary>
internal static class WireWriter
{
    public static void Structure<T>(Utf8JsonWriter writer, T value)
        where T : IStructure => value.Write(writer);

    public static void String(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public static void Integer(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    public static void Long(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    public static void Double(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    public static void Boolean(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public static void Timestamp(Utf8JsonWriter writer, DateTime value) => writer.WriteNumberValue(WireTime.ToSeconds(value));

    public static void Document(Utf8JsonWriter writer, JsonElement value) => value.WriteTo(writer);

    public static void List<T>(Utf8JsonWriter writer, List<T> list, Action<Utf8JsonWriter, T> element)
    {
        writer.WriteStartArray();
        foreach (var item in list) element(writer, item);
        writer.WriteEndArray();
    }

    public static void Map<T>(Utf8JsonWriter writer, Dictionary<string, T> map, Action<Utf8JsonWriter, T> element)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in map)
        {
            writer.WritePropertyName(key);
            element(writer, item);
        }

        writer.WriteEndObject();
    }
}
