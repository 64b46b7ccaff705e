using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EcsTools.Tests.Faults;

/// <summary>Stands between a client and the local ECS, in this process, and breaks requests according to a plan.</summary>
internal sealed class FaultProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient ecs = new();
    private readonly Uri target;
    private readonly Func<string, int, Fault> plan;
    private readonly ConcurrentDictionary<string, int> asked = new();
    private readonly ConcurrentQueue<(string Operation, int Status)> carriedOut = new();
    private int connections;

    /// <param name="target">The local ECS.</param>
    /// <param name="plan">The fault of an operation's first, second ... request.</param>
    public FaultProxy(Uri target, Func<string, int, Fault> plan)
    {
        (this.target, this.plan) = (target, plan);
        listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Url => $"http://{listener.LocalEndpoint}/";

    /// <summary>How often an operation was carried out.</summary>
    public int Done(string operation) => carriedOut.Count(one => one.Operation == operation && one.Status == 200);

    /// <summary>How often an operation arrived.</summary>
    public int Asked(string operation) => asked.GetValueOrDefault(operation);

    public void Dispose()
    {
        listener.Stop();
        ecs.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref connections);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed: the test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await AnswerAsync(client);
            }
            catch (Exception e) when (e is IOException or HttpRequestException or ObjectDisposedException or OperationCanceledException)
            {
                // The other side has gone.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        var stream = client.GetStream();
        var (head, rest) = await ReadHeadAsync(stream);
        var headers = head.Split("\r\n").Skip(1).Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var operation = headers["X-Amz-Target"].Split('.')[1];
        var fault = plan(operation, asked.AddOrUpdate(operation, 1, (_, count) => count + 1));
        if (fault is Fault.CutBefore or Fault.CutWhileSending)
        {
            Reset(client);
            return;
        }

        var body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        rest.CopyTo(body, 0);
        await stream.ReadExactlyAsync(body.AsMemory(rest.Length));
        await stream.WriteAsync(Answer(fault) is { } own ? own : await CarryOutAsync(operation, headers, body, fault));
        await stream.FlushAsync();
        if (fault is Fault.CutAfterwards or Fault.CutInAnswer) Reset(client);
    }

    /// <summary>The answers that need no ECS.</summary>
    private static byte[]? Answer(Fault fault) => fault switch
    {
        Fault.Unavailable => Http(503, "ServiceUnavailable", "{}"u8.ToArray()),
        Fault.Throttled => Http(400, "ThrottlingException", """{"__type":"ThrottlingException","message":"Rate exceeded"}"""u8.ToArray()),
        Fault.ExpiredToken => Http(400, "ExpiredTokenException", """{"__type":"ExpiredTokenException","message":"The security token included in the request is expired"}"""u8.ToArray()),
        Fault.ClockSkew => Http(403, "RequestTimeTooSkewed", """{"__type":"RequestTimeTooSkewed","message":"Signature expired"}"""u8.ToArray(), more: $"Date: {DateTimeOffset.UtcNow.AddHours(1):R}\r\n"),
        _ => null,
    };

    private async Task<byte[]> CarryOutAsync(string operation, Dictionary<string, string> headers, byte[] body, Fault fault)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
        {
            if (name is not ("Host" or "Content-Length" or "Connection") && !request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await ecs.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        carriedOut.Enqueue((operation, (int)response.StatusCode));
        return fault switch
        {
            Fault.CutAfterwards => [],
            Fault.CutInAnswer => Http(200, null, answer)[..^(answer.Length / 2 + 1)],
            Fault.CutInAnswerOfUnknownLength => Http(200, null, answer[..(answer.Length / 2)], hasLength: false),
            Fault.ServerError => Http(500, "ServerException", """{"__type":"ServerException","message":"Service Unavailable. Please try again later."}"""u8.ToArray()),
            Fault.BadGateway => Http(502, null, "<html><body>Bad gateway</body></html>"u8.ToArray()),
            Fault.EmptyAnswer => Http(200, null, []),
            Fault.Garbage => Http(200, null, "<html>Welcome to the hotel</html>"u8.ToArray()),
            Fault.WrongTypes => Http(200, null, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(answer).Replace(":{", ":[1],\"x\":{", StringComparison.Ordinal).Replace(":[", ":7,\"y\":[", StringComparison.Ordinal))),
            Fault.Compressed => Http((int)response.StatusCode, null, Compress(answer), more: "Content-Encoding: gzip\r\n"),
            Fault.UnknownMembers => Http((int)response.StatusCode, null, [.. """{"new":{"of":[1,null,{"next":"year"}]},"""u8, .. answer.AsSpan(1)]),
            _ => Http((int)response.StatusCode, null, answer),
        };
    }

    private static byte[] Http(int status, string? error, byte[] body, bool hasLength = true, string more = "")
    {
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: application/x-amz-json-1.1\r\nx-amzn-RequestId: request-{status}\r\n{(error is null ? "" : $"x-amzn-ErrorType: {error}\r\n")}{(hasLength ? $"Content-Length: {body.Length}\r\n" : "")}{more}Connection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest)) gzip.Write(body);
        return compressed.ToArray();
    }

    /// <summary>Reads to the blank line, and what of the body came with it.</summary>
    private static async Task<(string Head, byte[] Begun)> ReadHeadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0) throw new IOException("The client has gone.");
            bytes.AddRange(buffer.AsSpan(0, count));
            var text = Encoding.ASCII.GetString([.. bytes]);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end) return (text[..end], [.. bytes.Skip(end + 4)]);
        }
    }

    /// <summary>Ends the connection at once, like a router that drops it.</summary>
    private static void Reset(TcpClient client) => client.Client.Close(0);
}
