using System.Net;
using System.Net.Sockets;

namespace EcsTools.Local;

/// <summary>Opens an HTTP listener on this machine's own address only.</summary>
internal static class LoopbackListener
{
    private const int Attempts = 20;

    /// <summary>Opens one on a port, or on any free one for 0.</summary>
    /// <exception cref="IOException">The port is in use, or not allowed.</exception>
    public static (HttpListener Listener, Uri Url) Open(int port)
    {
        if (port != 0)
            return TryOpen(port, out var failure) ?? throw new IOException($"Port {port} of 127.0.0.1 cannot be listened on: {failure!.Message}", failure);

        // HttpListener cannot pick a port. One that was free just now may be taken by the time it is used; then the next one is tried.
        for (var attempt = 1; ; attempt++)
        {
            if (TryOpen(FreePort(), out var failure) is { } opened) return opened;
            if (attempt == Attempts) throw new IOException("No free port of 127.0.0.1 could be listened on.", failure);
        }
    }

    private static (HttpListener Listener, Uri Url)? TryOpen(int port, out Exception? failure)
    {
        var listener = new HttpListener();
        var url = $"http://127.0.0.1:{port}/";
        listener.Prefixes.Add(url);
        try
        {
            listener.Start();
            AddLocalhost(listener, port);
            failure = null;
            return (listener, new Uri(url));
        }
        catch (Exception e) when (e is HttpListenerException or SocketException)
        {
            failure = e;
            listener.Close();
            return null;
        }
    }

    // People type "localhost"; where that is another address than 127.0.0.1 it is listened on too, if it can be.
    private static void AddLocalhost(HttpListener listener, int port)
    {
        try
        {
            listener.Prefixes.Add($"http://localhost:{port}/");
        }
        catch (Exception e) when (e is HttpListenerException or SocketException)
        {
            listener.Prefixes.Remove($"http://localhost:{port}/");
        }
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
