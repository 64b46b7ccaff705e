using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Http;

/// <summary>The HTTP response.</summary>
internal readonly record struct Answer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The accept key of a WebSocket; null for other responses.</summary>
    public string? Accept { get; init; }

    /// <summary>Takes the connection over after the answer.</summary>
    public Func<Stream, Task>? Upgraded { get; init; }

    private const string AwsJson = "application/x-amz-json-1.1";

    /// <summary>Additional headers, each with its line end.</summary>
    public string Headers { get; init; } = "";

    /// <summary>Writes a body of unknown length, until it is done or the caller has gone; null where the body is there.</summary>
    public Func<Stream, CancellationToken, Task>? Writes { get; init; }

    public static Answer Of(IStructure response)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        WireJson.Write(response, buffer);
        return new(200, AwsJson, buffer.WrittenMemory);
    }

    /// <summary>An error as AWS words it.</summary>
    public static Answer Of(EcsFault fault) => Error(fault.Status, fault.Type, fault.Message, fault.ResourceIds);

    public static Answer Error(int status, string type, string message, IReadOnlyList<string>? resourceIds = null)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("__type", type);
            writer.WriteString("message", message);
            if (resourceIds is not null)
            {
                writer.WriteStartArray("resourceIds");
                foreach (var id in resourceIds) writer.WriteStringValue(id);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return new(status, AwsJson, buffer.WrittenMemory);
    }

    public static Answer Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text + "\n"));

    public static Answer Json(byte[] json) => new(200, "application/json", json);

    /// <summary>The status in words, as HTTP has it.</summary>
    public string Reason => Status == 200 ? "OK" : new HttpResponseMessage((HttpStatusCode)Status).ReasonPhrase ?? "";
}
