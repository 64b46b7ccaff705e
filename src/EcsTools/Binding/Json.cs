using System.Text.Json;
using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>JSON as the hashtables and lists that people would have written in its place.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a JSON text.</summary>
    /// <exception cref="BindingException">The text is not JSON.</exception>
    public static object Read(string json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Plain(document.RootElement)!;
        }
        catch (JsonException e)
        {
            throw new BindingException(path, $"not JSON: {e.Message}", e);
        }
    }

    /// <summary>Any value as a piece of JSON.</summary>
    public static JsonElement ToElement(object value) => JsonSerializer.SerializeToElement(Serializable(value));

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object? Serializable(object? value) => value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => Serializable(wrapped.BaseObject),
        null or string or bool or JsonElement => value,
        _ when Named.Values(value) is { } values => values.ToDictionary(v => v.Key, v => Serializable(v.Value)),
        System.Collections.IEnumerable items => items.Cast<object?>().Select(Serializable).ToList(),
        _ => value,
    };
}
