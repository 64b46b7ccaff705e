using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EcsTools.Tests.Local;

/// <summary>Requests over a plain TCP connection.</summary>
public sealed class HttpTests : IDisposable
{
    private const string List = "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonEC2ContainerServiceV20141113.ListClusters\r\nContent-Length: 2\r\n\r\n{}";
    private const string Wrong = "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonEC2ContainerServiceV20141113.DescribeTasks\r\nContent-Length: 2\r\n\r\n{}";

    private readonly LocalEcs ecs = new();

    public void Dispose() => ecs.Dispose();

    [Fact]
    public async Task Refused_requests_leave_the_connection_open() =>
        Assert.Equal([400, 200, 400, 200], await Statuses(Wrong, List, Wrong, List));

    [Fact]
    public async Task Requests_that_come_at_once_are_answered_in_their_order() =>
        Assert.Equal([200, 400, 200], await Statuses(List + Wrong + List));

    [Fact]
    public async Task A_chunked_body_is_read_to_its_end() => Assert.Equal([200, 200], await Statuses(
        List.Replace("Content-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n1;x=y\r\n{\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n") + List));

    [Fact]
    public async Task Who_waits_for_a_word_before_the_body_is_told_to_go_on()
    {
        using var socket = await Connect();
        await Send(socket, List.Replace("Content-Length", "Expect: 100-continue\r\nContent-Length").Replace("{}", ""));
        Assert.StartsWith("HTTP/1.1 100 ", await Receive(socket));
        await Send(socket, "{}");
        Assert.StartsWith("HTTP/1.1 200 ", await Receive(socket));
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{", "ends before it is complete")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{", "ends before it is complete")]
    [InlineData("POST / HTTP/1.1\r\nHost: loc", "ends before it is complete")]
    [InlineData("nonsense\r\n\r\n", "its first line")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n", "the length of its body is missing")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "the length of its body is missing")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}", "the length of its body is missing")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "the length of a chunk of its body is missing")]
    public async Task What_is_cut_short_or_no_HTTP_is_a_400_that_says_so(string request, string said)
    {
        using var socket = await Connect();
        await Send(socket, request);
        socket.Shutdown(SocketShutdown.Send);
        var answer = await Receive(socket);
        Assert.StartsWith("HTTP/1.1 400 ", answer);
        Assert.Contains(said, answer);
    }

    [Theory]
    [InlineData("/", "Content-Length: 67108865")]
    [InlineData("/_local/state", "Content-Length: 67108865")]
    [InlineData("/", "Transfer-Encoding: chunked")]
    [InlineData("/_local/behavior", "Transfer-Encoding: chunked")]
    public async Task No_body_is_larger_than_64_MiB_however_it_comes(string path, string length)
    {
        using var socket = await Connect();
        var before = GC.GetTotalAllocatedBytes();
        await Send(socket, $"PUT {path} HTTP/1.1\r\nHost: localhost\r\nX-EcsTools-Local: yes\r\n{length}\r\n\r\n4000001\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", await Receive(socket));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 16 << 20, "It took memory for what it refused.");
    }

    [Fact]
    public async Task A_head_without_end_is_refused()
    {
        using var socket = await Connect();
        await Send(socket, "POST / HTTP/1.1\r\nX: " + new string('x', 70_000));
        Assert.StartsWith("HTTP/1.1 431 ", await Receive(socket));
    }

    private async Task<List<int>> Statuses(params string[] requests)
    {
        using var socket = await Connect();
        var seen = "";
        foreach (var request in requests)
        {
            await Send(socket, request);
            var expected = Answers(seen) + request.Split(" HTTP/1.1\r\n").Length - 1;
            while (Answers(seen) < expected) seen += await Receive(socket);
        }

        return [.. seen.Split("HTTP/1.1 ").Skip(1).Select(answer => int.Parse(answer[..3]))];

        static int Answers(string text) => text.Split("HTTP/1.1 ").Length - 1;
    }

    private async Task<Socket> Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, ecs.Server.Url.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task Send(Socket socket, string text)
    {
        for (var rest = Encoding.Latin1.GetBytes(text).AsMemory(); rest.Length > 0;)
            rest = rest[await socket.SendAsync(rest, TestContext.Current.CancellationToken)..];
    }

    private static async Task<string> Receive(Socket socket)
    {
        var buffer = new byte[16 << 10];
        var read = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Assert.True(read > 0, "The connection was closed.");
        return Encoding.Latin1.GetString(buffer, 0, read);
    }
}
