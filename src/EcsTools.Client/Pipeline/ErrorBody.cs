using System.Text.Json;

namespace EcsTools.Client;

/// <summary>The JSON of an error: its code and its message, each under several names.</summary>
internal static class ErrorBody
{
    /// <summary>Reads what there is; a body that is no JSON, as a proxy's page, has neither.</summary>
    public static (string? Code, string? Message) Read(ReadOnlySpan<byte> json)
    {
        string? code = null, message = null;
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isCode = reader.ValueTextEquals("__type"u8) || reader.ValueTextEquals("code"u8);
                var isMessage = reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("Message"u8);
                reader.Read();
                if (isCode && reader.TokenType == JsonTokenType.String) code = reader.GetString();
                else if (isMessage && reader.TokenType == JsonTokenType.String) message = reader.GetString();
                else reader.Skip();
            }
        }
        catch (JsonException)
        {
            return (code, message);
        }

        return (code, message);
    }

    /// <summary><c>ClientException</c> of <c>com.amazonaws.ecs#ClientException:http://…</c>.</summary>
    public static string? ShortCode(string? code)
    {
        if (string.IsNullOrEmpty(code)) return null;
        var end = code.IndexOf(':', StringComparison.Ordinal);
        if (end >= 0) code = code[..end];
        return code[(code.LastIndexOf('#') + 1)..];
    }

    /// <summary><c>Service not found.</c> for <c>ServiceNotFoundException</c>: the sentence of an error that has none.</summary>
    public static string Words(string code)
    {
        const string suffix = "Exception";
        var name = code.EndsWith(suffix, StringComparison.Ordinal) ? code[..^suffix.Length] : code;
        return string.Concat(name.Select((letter, index) =>
            index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")) + ".";
    }
}
