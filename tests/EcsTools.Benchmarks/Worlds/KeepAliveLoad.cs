using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>Callers that send the same requests again and again, each over a connection of its own, and hardly look at the answers: the load is the server's.</summary>
internal sealed class KeepAliveLoad
{
    private static readonly byte[] LengthHeader = "\r\nContent-Length: "u8.ToArray();

    private readonly Uri uri;
    private readonly int callers;
    private readonly byte[][] requests;

    /// <param name="url">The server.</param>
    /// <param name="callers">How many connections there are.</param>
    /// <param name="calls">The requests of each caller, in turns.</param>
    public KeepAliveLoad(string url, int callers, params (string Operation, string Body)[] calls)
    {
        (uri, this.callers) = (new Uri(url), callers);
        requests = [.. calls.Select(call => Request(call.Operation, call.Body))];
    }

    private byte[] Request(string operation, string body) =>
        Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: {uri.Authority}\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AmazonEC2ContainerServiceV20141113.{operation}\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>How many requests a second are answered.</summary>
    public double RequestsPerSecond(int count)
    {
        var each = count / callers;
        var start = Stopwatch.GetTimestamp();
        Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(each)))).GetAwaiter().GetResult();
        return each * callers / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private async Task CallAsync(int count)
    {
        var buffer = new byte[256 * 1024];
        var connection = Connect();
        for (var call = 0; call < count; call++)
        {
            await connection.SendAsync(requests[call % requests.Length]);
            if (!await ReadAnswerAsync(connection, buffer)) continue;
            connection.Dispose(); // HttpListener serves a hundred requests a connection
            connection = Connect();
        }

        connection.Dispose();
    }

    private Socket Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, uri.Port);
        return socket;
    }

    /// <summary>Reads one response, and returns whether it was the last of the connection.</summary>
    private static async Task<bool> ReadAnswerAsync(Socket connection, byte[] buffer)
    {
        var (read, end) = (0, -1);
        while (end < 0)
        {
            read += await ReceiveAsync(connection, buffer.AsMemory(read));
            end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, read));
        var isLast = buffer.AsSpan(0, end).IndexOf("\r\nConnection: close"u8) >= 0;
        var left = end + 4 + Length(buffer.AsSpan(0, end)) - read;
        while (left > 0) left -= await ReceiveAsync(connection, buffer.AsMemory(0, Math.Min(left, buffer.Length)));
        return isLast;
    }

    private static async Task<int> ReceiveAsync(Socket connection, Memory<byte> into) =>
        await connection.ReceiveAsync(into) is > 0 and var count ? count : throw new InvalidOperationException("The server hung up in the middle of an answer.");

    private static int Length(ReadOnlySpan<byte> head)
    {
        var digits = head[(head.IndexOf(LengthHeader) + LengthHeader.Length)..];
        var end = digits.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? digits : digits[..end]);
    }
}
