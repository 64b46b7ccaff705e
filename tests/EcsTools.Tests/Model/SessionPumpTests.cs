using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using EcsTools.Model.Sessions;

namespace EcsTools.Tests.Model;

/// <summary>Both ends of a session over real connections.</summary>
public sealed class SessionPumpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>On a busy computer a thread can lose the processor between two looks at the clock.</summary>
    [Fact]
    public async Task A_clock_that_leaps_between_two_looks_at_it_breaks_no_connection()
    {
        using var pair = await SocketPair.OpenAsync();
        var got = new List<string>();
        using var client = new SessionPump(isAgent: false, _ => Task.CompletedTask, new LeapingClock());
        using var agent = new SessionPump(isAgent: true, Take, new LeapingClock());
        var running = Task.WhenAll(client.RunAsync(pair.Client, Cancellation), agent.RunAsync(pair.Server, Cancellation));
        foreach (var number in Enumerable.Range(0, 500)) await client.SendAsync(PayloadType.Data, Encoding.ASCII.GetBytes($"{number}"), Cancellation);
        await Task.WhenAny(client.DrainAsync(Cancellation), running);
        agent.Close("{}"u8.ToArray());
        await client.Closed.WaitAsync(Cancellation);
        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"{number}"), got);

        Task Take(AgentMessage message)
        {
            got.Add(Encoding.ASCII.GetString(message.Payload.Span));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task All_who_wait_for_acknowledgements_are_woken()
    {
        using var pair = await SocketPair.OpenAsync();
        using var client = new SessionPump(isAgent: false, _ => Task.CompletedTask, TimeProvider.System);
        using var agent = new SessionPump(isAgent: true, _ => Task.CompletedTask, TimeProvider.System);
        for (var count = 0; count < 1000; count++) await client.SendAsync(PayloadType.Data, "x"u8.ToArray(), Cancellation);
        var waiting = Enumerable.Range(0, 20).Select(_ => client.DrainAsync(Cancellation)).Concat(Enumerable.Range(0, 20).Select(_ => client.SendAsync(PayloadType.Data, "y"u8.ToArray(), Cancellation))).ToList();
        _ = Task.WhenAll(client.RunAsync(pair.Client, Cancellation), agent.RunAsync(pair.Server, Cancellation));
        await Task.WhenAll(waiting);
    }

    /// <summary>A clock on which 30 ms pass whenever it is looked at.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Interlocked.Add(ref now, 30);
    }

    /// <summary>Two ends of a WebSocket over loopback.</summary>
    private sealed record SocketPair(WebSocket Client, WebSocket Server) : IDisposable
    {
        public static async Task<SocketPair> OpenAsync()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var client = new TcpClient();
            await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, Cancellation);
            var server = await listener.AcceptTcpClientAsync(Cancellation);
            return new(WebSocket.CreateFromStream(client.GetStream(), new WebSocketCreationOptions()), WebSocket.CreateFromStream(server.GetStream(), new WebSocketCreationOptions { IsServer = true }));
        }

        public void Dispose()
        {
            Client.Dispose();
            Server.Dispose();
        }
    }
}
