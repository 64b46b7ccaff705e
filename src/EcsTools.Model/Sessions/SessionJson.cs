using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcsTools.Model.Sessions;

/// <summary>The JSON in the messages of the session protocol.</summary>
internal static class SessionJson
{
    public const int Success = 1, Failed = 2, Unsupported = 3;

    /// <summary>The first message of a client, which is text.</summary>
    public static byte[] Open(string token, Guid client) => Bytes(new JsonObject
    {
        ["MessageSchemaVersion"] = "1.0",
        ["RequestId"] = $"{Guid.NewGuid()}",
        ["TokenValue"] = token,
        ["ClientId"] = $"{client}",
        ["ClientVersion"] = ClientVersion,
    });

    /// <summary>The version of the plugin whose protocol this is. Agents multiplex and encrypt only for versions that support it.</summary>
    public const string ClientVersion = "1.2.0.0";

    public static byte[] Acknowledge(AgentMessage message) => Bytes(new JsonObject
    {
        ["AcknowledgedMessageType"] = message.Type,
        ["AcknowledgedMessageId"] = $"{message.Id}",
        ["AcknowledgedMessageSequenceNumber"] = message.Sequence,
        ["IsSequentialMessage"] = true,
    });

    /// <summary>The number of the data message that was acknowledged.</summary>
    public static long? Acknowledged(ReadOnlyMemory<byte> payload) =>
        Parse(payload)?["AcknowledgedMessageSequenceNumber"] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    public static byte[] Size(int columns, int rows) => Bytes(new JsonObject { ["cols"] = columns, ["rows"] = rows });

    public static byte[] Bytes(JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json, WireOptions);

    /// <summary>Null if the text isn't a JSON object.</summary>
    public static JsonObject? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonNode.Parse(payload.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member that is text.</summary>
    public static string? Text(JsonNode? json, string member) =>
        json is JsonObject o && o[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static readonly JsonSerializerOptions WireOptions =
        new() { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };
}
