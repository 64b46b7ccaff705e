using System.Management.Automation;
using System.Text;
using System.Text.Json;

namespace EcsTools.Binding;

/// <summary>
/// JSON as the hashtables and lists that people would have written in its place. A key that is there twice has the last value, as in the
/// AWS CLI.
/// </summary>
internal static class Json
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">The way to it, with which errors begin.</param>
    /// <param name="place">Receives the line of each value, by its path in the text.</param>
    /// <exception cref="BindingException">The text is not JSON.</exception>
    public static object? Read(string json, string path, Action<string, int>? place = null)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var lines = new LineCounter(bytes);
        var reader = new Utf8JsonReader(bytes, Lenient);
        try
        {
            reader.Read();
            var value = Plain(ref reader, "", (at, index) => place?.Invoke(at, lines.LineOf(index)));
            reader.Read(); // what stands behind it is an error
            return value;
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            throw new BindingException(
                path,
                $"not JSON: {Problem(e)} ({(line > 1 ? $"line {line}, " : "")}column {lines.ColumnOf(line, (int)(e.BytePositionInLine ?? 0))})",
                e,
                line);
        }
        catch (InvalidOperationException e)
        {
            var line = lines.LineOf(reader.TokenStartIndex);
            throw new BindingException(path, $"not JSON: half of a surrogate pair is missing in a text (line {line})", e, line);
        }
    }

    /// <summary>Any value as a piece of JSON.</summary>
    public static JsonElement ToElement(object value) => JsonSerializer.SerializeToElement(Serializable(value));

    // The reader speaks of its own settings in these two cases.
    private static string Problem(JsonException e) =>
        e.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? "the values are nested too deeply"
        : e.Message.Contains("isFinalBlock", StringComparison.Ordinal) ? "there is no value"
        : e.Message.Split(" LineNumber:")[0].TrimEnd('.');

    private static object? Plain(ref Utf8JsonReader reader, string path, Action<string, long> place)
    {
        place(path, reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Members(ref reader, path, place),
            JsonTokenType.StartArray => Items(ref reader, path, place),
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : reader.GetDouble(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
    }

    private static Dictionary<string, object?> Members(ref Utf8JsonReader reader, string path, Action<string, long> place)
    {
        var members = new Dictionary<string, object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            members[name] = Plain(ref reader, path.Length == 0 ? name : $"{path}.{name}", place);
        }

        return members;
    }

    private static List<object?> Items(ref Utf8JsonReader reader, string path, Action<string, long> place)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Plain(ref reader, $"{path}[{items.Count}]", place));
        return items;
    }

    private static object? Serializable(object? value) => value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => Serializable(wrapped.BaseObject),
        null or string or bool or JsonElement => value,
        _ when Named.Values(value) is { } values => values.ToDictionary(v => v.Key, v => Serializable(v.Value)),
        System.Collections.IEnumerable items => items.Cast<object?>().Select(Serializable).ToList(),
        _ => value,
    };
}
