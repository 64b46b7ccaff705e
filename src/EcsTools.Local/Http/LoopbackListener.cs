using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EcsTools.Local.Http;

/// <summary>Takes connections on this machine's own addresses only, and answers what comes over them.</summary>
internal sealed class LoopbackListener
{
    private readonly ConcurrentDictionary<Connection, bool> open = new();
    private readonly Func<HttpRequest, Task<Answer?>> answer;
    private readonly List<TcpListener> listeners = [];
    private readonly Task serving;
    private volatile bool isClosed;

    /// <summary>Opens one on a port, or on any free one for 0.</summary>
    /// <exception cref="IOException">The port is in use, or not allowed.</exception>
    public LoopbackListener(int port, Func<HttpRequest, Task<Answer?>> answer)
    {
        this.answer = answer;
        try
        {
            listeners.Add(Listen(IPAddress.Loopback, port));
        }
        catch (SocketException e)
        {
            throw new IOException($"Can't listen on port {port} of 127.0.0.1: {e.Message}", e);
        }

        Port = ((IPEndPoint)listeners[0].LocalEndpoint).Port;
        AddIPv6();
        // on the pool: the caller's thread may have a context that brings all back to it, and wait for an answer
        serving = Task.WhenAll(listeners.Select(listener => Task.Run(() => AcceptAsync(listener))));
    }

    public int Port { get; }

    /// <summary>Ends it, with all connections.</summary>
    public void Close()
    {
        isClosed = true;
        foreach (var listener in listeners) listener.Stop();
        foreach (var connection in open.Keys) connection.Close();
    }

    /// <summary>Waits until no connection is taken any more.</summary>
    public Task WhenClosed() => serving;

    // "localhost" may be this one.
    private void AddIPv6()
    {
        try
        {
            listeners.Add(Listen(IPAddress.IPv6Loopback, Port));
        }
        catch (SocketException)
        {
            // This machine has no IPv6, or the port is another's there.
        }
    }

    private static TcpListener Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        try
        {
            listener.Start(512);
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            throw;
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!isClosed)
        {
            try
            {
                var connection = new Connection(await listener.AcceptSocketAsync(), answer);
                ThreadPool.UnsafeQueueUserWorkItem(
                    static state => _ = state.Item1.ServeAsync(state.connection), (this, connection), preferLocal: false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // A connection that broke before it asked anything; or the end.
            }
        }
    }

    private async Task ServeAsync(Connection connection)
    {
        open[connection] = true;
        if (isClosed) connection.Close();
        await connection.ServeAsync();
        open.TryRemove(connection, out _);
    }
}
