using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Reads what ECS answers, response or error, off the connection without blocking a thread, and parses it in place.</summary>
internal sealed class ResponseReader(EcsRetryPolicy retries) : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var exchange = (Exchange)context.OriginalRequest;
        HttpErrorResponseException? refusal = null;
        try
        {
            await base.InvokeAsync<T>(executionContext);
        }
        catch (HttpErrorResponseException e)
        {
            refusal = e;
        }

        var answer = refusal?.Response ?? executionContext.ResponseContext.HttpResponse;
        using var connection = answer.ResponseBody;
        exchange.RequestId = Header(answer, "x-amzn-RequestId");
        using var body = await ReadBodyAsync(answer, context);
        if (!answer.IsSuccessStatusCode) throw Refused(answer, body, refusal, context, exchange);
        Keep(exchange, body, answer.StatusCode);
        var response = new T { HttpStatusCode = answer.StatusCode, ContentLength = body.Length };
        executionContext.ResponseContext.Response = response;
        return response;
    }

    private static async Task<PooledBody> ReadBodyAsync(IWebResponseData answer, IRequestContext context)
    {
        // The SDK's own timeout ends with the headers.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        patience.CancelAfter(context.ClientConfig.Timeout!.Value);
        var body = await answer.ResponseBody.OpenResponseAsync();
        return Header(answer, "Content-Encoding") == "gzip"
            ? await DecompressAsync(body, patience.Token)
            : await PooledBody.ReadAsync(body, answer.ContentLength, patience.Token);
    }

    /// <summary>ECS compresses nothing that it isn't asked to; a proxy between might.</summary>
    private static async Task<PooledBody> DecompressAsync(Stream compressed, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = new GZipStream(compressed, CompressionMode.Decompress);
            return await PooledBody.ReadAsync(body, expected: 0, cancellationToken);
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

    /// <summary>Whether this is the beginning of JSON only. Without a Content-Length, nothing else shows that the connection broke.</summary>
    private static bool IsCut(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
            }

            return reader.TokenType is JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > 0 || reader.BytesConsumed < json.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private RefusedException Refused(IWebResponseData answer, PooledBody body, Exception? refusal, IRequestContext context, Exchange exchange)
    {
        var (code, message) = ErrorBody.Read(body.Span);
        code = ErrorBody.ShortCode(Header(answer, "x-amzn-ErrorType") ?? code) ?? answer.StatusCode.ToString();
        message ??= $"{exchange.Endpoint} answered {exchange.Operation} with {(int)answer.StatusCode} {answer.StatusCode}.";
        // Some refusals of a signature repeat what was signed, the session token included.
        if (context.Request.Headers.TryGetValue("X-Amz-Security-Token", out var token)) message = message.Replace(token, "***", StringComparison.Ordinal);
        var refused = new RefusedException(message, refusal, code, exchange.RequestId, answer.StatusCode);
        refused.IsThrottling = retries.IsThrottlingError(refused);
        if (refused.IsThrottling) retries.Refuse(exchange);
        return refused;
    }

    private static string? Header(IWebResponseData answer, string name) => answer.GetHeaderValue(name) is { Length: > 0 } value ? value : null;
}
