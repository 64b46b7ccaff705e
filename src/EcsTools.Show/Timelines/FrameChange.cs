using System.Buffers;
using System.Text.Json;

namespace EcsTools.Show.Timelines;

/// <summary>The step from one frame to the next: the items that are new or different, and those that are gone.</summary>
internal sealed record FrameChange(
    long Number, DateTimeOffset Time, IReadOnlyList<KeyValuePair<FrameKey, byte[]>> Set, IReadOnlyList<FrameKey> Gone)
{
    public bool IsEmpty => Set.Count == 0 && Gone.Count == 0;

    /// <summary>Applies the step to a table of items.</summary>
    public void Apply(Dictionary<FrameKey, byte[]> items)
    {
        foreach (var key in Gone) items.Remove(key);
        foreach (var (key, json) in Set) items[key] = json;
    }

    /// <summary>The step as JSON: <c>{"number":3,"time":1767225600000,"set":{"task":[…]},"gone":{"task":["…"]}}</c>.</summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true })) Write(writer);
        return buffer.WrittenMemory;
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", Number);
        writer.WriteNumber("time", Time.ToUnixTimeMilliseconds());
        WriteKinds(writer, "set", Set, item => item.Key.Kind, item => writer.WriteRawValue(item.Value, skipInputValidation: true));
        WriteKinds(writer, "gone", Gone, key => key.Kind, key => writer.WriteStringValue(key.Id));
        writer.WriteEndObject();
    }

    private static void WriteKinds<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Func<T, string> kind, Action<T> write)
    {
        writer.WriteStartObject(name);
        foreach (var group in items.GroupBy(kind))
        {
            writer.WriteStartArray(group.Key);
            foreach (var item in group) write(item);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
