using System.IO.Compression;
using System.Net;
using System.Text.Json;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Reads what ECS answers, response or error, and parses it in place.</summary>
internal static class ResponseReader
{
    /// <summary>Keeps the response in the exchange.</summary>
    /// <exception cref="RefusedException">ECS refused the request.</exception>
    public static async Task ReadAsync(HttpResponseMessage answer, Exchange exchange, string? sessionToken, CancellationToken cancellation)
    {
        exchange.RequestId = Header(answer, "x-amzn-RequestId");
        using var body = await ReadBodyAsync(answer, cancellation);
        if (!answer.IsSuccessStatusCode) throw Refused(answer, body, exchange, sessionToken);
        Keep(exchange, body, answer.StatusCode);
    }

    private static async Task<PooledBody> ReadBodyAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var body = await answer.Content.ReadAsStreamAsync(cancellation);
        return answer.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encoding) && encoding.ToString() == "gzip"
            ? await DecompressAsync(body, cancellation)
            : await PooledBody.ReadAsync(body, answer.Content.Headers.ContentLength ?? 0, cancellation);
    }

    /// <summary>ECS compresses nothing that it isn't asked to; a proxy between might.</summary>
    private static async Task<PooledBody> DecompressAsync(Stream compressed, CancellationToken cancellation)
    {
        try
        {
            await using var body = new GZipStream(compressed, CompressionMode.Decompress);
            return await PooledBody.ReadAsync(body, expected: 0, cancellation);
        }
        catch (InvalidDataException e)
        {
            throw new IOException("The answer ended too early.", e);
        }
    }

    private static void Keep(Exchange exchange, PooledBody body, HttpStatusCode status)
    {
        try
        {
            exchange.Read(body.Span);
        }
        catch (WireException) when (IsCut(body.Span))
        {
            throw new IOException("The answer ended too early."); // as a connection that breaks: it may pass
        }
        catch (WireException e)
        {
            throw exchange.Fail(
                Failure.MalformedResponse,
                $"{exchange.Endpoint} answered {exchange.Operation} with a response that isn't valid for ECS ({e.Message}). Check that the endpoint is an ECS endpoint.",
                e,
                (int)status);
        }
    }

    /// <summary>
    /// Whether this is the beginning of JSON only. Without a Content-Length, nothing else shows that the connection broke.
    /// </summary>
    private static bool IsCut(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
            }

            return reader.TokenType is JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray
                || reader.CurrentDepth > 0 || reader.BytesConsumed < json.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static RefusedException Refused(HttpResponseMessage answer, PooledBody body, Exchange exchange, string? sessionToken)
    {
        var (code, message) = ErrorBody.Read(body.Span);
        code = ErrorBody.ShortCode(Header(answer, "x-amzn-ErrorType") ?? code) ?? answer.StatusCode.ToString();
        if (message is { Length: 0 }) message = ErrorBody.Words(code); // as for a service that DeleteService doesn't find
        message ??= $"{exchange.Endpoint} answered {exchange.Operation} with {(int)answer.StatusCode} {answer.StatusCode}.";
        // Some refusals of a signature repeat what was signed, the session token included.
        if (sessionToken is { Length: > 0 }) message = message.Replace(sessionToken, "***", StringComparison.Ordinal);
        return new RefusedException(message, code, answer.StatusCode, answer.Headers.Date);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;
}
