using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcsTools.Text;

namespace EcsTools.Formatting;

/// <summary>
/// Differences for messages, which logs of CI keep: no value of an environment variable is in them, nor of anything whose name sounds like
/// a secret. Compare-EcsTaskDefinition gives the values.
/// </summary>
internal static partial class HiddenValues
{
    private const string Environment = "environment";

    /// <summary>The value at a path, without any value of the environment.</summary>
    public static string? All(string path, string? text) => In(path, text, hidesAll: true);

    /// <summary>The value at a path, without values whose names suggest secrets.</summary>
    public static string? Secrets(string path, string? text) => In(path, text, hidesAll: false);

    private static string? In(string path, string? text, bool hidesAll)
    {
        if (string.IsNullOrEmpty(text)) return text;
        var (parent, name) = (Place().Match(path).Groups["parent"].Value, Place().Match(path).Groups["name"].Value);
        if ((hidesAll && parent == Environment) || Shown.IsSecret(name)) return Shown.HiddenValue;
        return text[0] is '{' or '[' && Parse(text) is { } json ? In(json, hidesAll).ToJsonString(Line) : text;
    }

    /// <summary>Hides what a whole container, or a list of variables, holds.</summary>
    private static JsonNode In(JsonNode json, bool hidesAll, bool isEnvironment = false)
    {
        switch (json)
        {
            case JsonArray items:
                foreach (var item in items) if (item is not null) In(item, hidesAll, isEnvironment);
                break;
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (value is JsonObject or JsonArray) In(value, hidesAll, hidesAll && name == Environment);
                    else if (Hides(members, name, isEnvironment)) members[name] = Shown.HiddenValue;
                }

                break;
        }

        return json;
    }

    private static bool Hides(JsonObject members, string name, bool isEnvironment) =>
        name == "value" ? isEnvironment || Shown.IsSecret(members["name"]?.ToString()) : Shown.IsSecret(name);

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null; // a text that only begins like JSON
        }
    }

    private static readonly JsonSerializerOptions Line =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex(@"(?<parent>[A-Za-z]*)\[(?<name>[^\]]*)\]$")]
    private static partial Regex Place();
}
