using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EcsTools.Local.Http;

/// <summary>A connection of a caller: its requests are answered in their order, and it stays open for more, whatever the answer.</summary>
internal sealed class Connection(Socket socket, Func<HttpRequest, Task<Answer?>> answer)
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    /// <summary>Answers until the caller has no other request.</summary>
    public async Task ServeAsync()
    {
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var reader = new RequestReader(stream);
            while (await AnswerNextAsync(reader, stream))
            {
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The caller has gone, or the local ECS has ended.
        }
    }

    /// <summary>Ends it, even during a request.</summary>
    public void Close() => socket.Dispose();

    private async Task<bool> AnswerNextAsync(RequestReader reader, NetworkStream stream)
    {
        try
        {
            if (await reader.ReadAsync() is not { } request) return false;
            if (await answer(request) is not { } given) return Drop();
            if (given.Writes is { } writes) return await SendAsync(stream, given, writes);
            if (given.Upgraded is { } upgraded)
            {
                await stream
                    .WriteAsync(
                        Encoding.ASCII
                            .GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {given.Accept}\r\n\r\n"));
                await upgraded(stream);
                return false;
            }

            await SendAsync(stream, given, request.IsLast, hasBody: request.Method != "HEAD");
            return !request.IsLast;
        }
        catch (RefusedException e)
        {
            await SendAsync(stream, e.Answer, isLast: true, hasBody: true);
            await LingerAsync(stream);
            return false;
        }
    }

    // The caller finds the connection reset, not ended in good order.
    private bool Drop()
    {
        socket.LingerState = new LingerOption(true, 0);
        return false;
    }

    // A body of unknown length ends with its connection. Reading completes when the caller has gone.
    private static async Task<bool> SendAsync(NetworkStream stream, Answer answer, Func<Stream, CancellationToken, Task> writes)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Head(answer)}Connection: close\r\n\r\n"));
        using var gone = new CancellationTokenSource();
        var writing = writes(stream, gone.Token);
        await Task.WhenAny(writing, stream.ReadAsync(new byte[1]).AsTask());
        await gone.CancelAsync();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return false;
    }

    private static string Head(Answer answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {answer.Status} {answer.Reason}\r\nContent-Type: {answer.ContentType}\r\nDate: {DateTime.UtcNow:R}\r\nx-amzn-RequestId: {Guid.NewGuid()}\r\n{answer.Headers}");

    private static async Task SendAsync(NetworkStream stream, Answer answer, bool isLast, bool hasBody)
    {
        var head = $"{Head(answer)}Content-Length: {answer.Body.Length}\r\n{(isLast ? "Connection: close\r\n" : "")}\r\n";
        var length = head.Length + (hasBody ? answer.Body.Length : 0);
        var whole = ArrayPool<byte>.Shared.Rent(length);
        Encoding.ASCII.GetBytes(head, whole);
        if (hasBody) answer.Body.Span.CopyTo(whole.AsSpan(head.Length));
        await stream.WriteAsync(whole.AsMemory(0, length)); // at once: head and body in one packet
        ArrayPool<byte>.Shared.Return(whole);
    }

    // Closing while data arrives resets the connection, and the client might not read the response.
    private async Task LingerAsync(NetworkStream stream)
    {
        socket.Shutdown(SocketShutdown.Send);
        using var patience = new CancellationTokenSource(Linger);
        var rest = new byte[64 << 10];
        try
        {
            while (await stream.ReadAsync(rest, patience.Token) > 0)
            {
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
